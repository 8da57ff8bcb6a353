import type { Place } from '../../platform/reads/place.ts';
import type { Given } from '../../platform/reads/given.ts';
import { ResourceOffer } from '../alliance/index.ts';
import { Official } from '../identity/index.ts';
import { JointMeeting, Resolution } from '../meetings/index.ts';
import { Order, orderFilter, orderSight } from '../orders/index.ts';
import { Need, Project } from '../projects/index.ts';
import { Unit, UnitKind, UnitState } from '../units/index.ts';
import type { SearchNoun } from './search.choice.ts';
import { formSql, inWriting, labelSql, line, shown, within, worded, type Source } from './source.ts';

const newest = (it: Place) => `${it.column('id')} DESC`;
/** Names that begin with the words, then those that hold them; initials stand behind the names. */
const earliest = (it: Place, text: Given) => `strpos(${it.column('search')}, ${formSql(it, text)}), ${it.column('id')}`;
/** Of the street as a whole, or of one community. */
const placeOf = (it: Place) => labelSql(`coalesce(${it.column('communityCode')}, ${it.column('streetCode')})`);
const stateOf = (it: Place) => shown(it, 'stateLabel');

const order: Source = {
  shape: Order,
  where: (it, text) => orderFilter.conditions['search']!.sql(it, text),
  // Whoever types a number wants that order; then come those called so.
  order: (
    it,
    text,
  ) => `CASE WHEN ${it.column('number')} = ${formSql(it, text)} THEN 0 WHEN ${inWriting(it.column('number'), it, text)} THEN 1
    WHEN ${it.condition(orderSight.words)} AND ${inWriting(it.column('title'), it, text)} THEN 2 ELSE 3 END, ${newest(it)}`,
  title: (it) => `coalesce(${shown(it, 'title')}, ${it.column('number')})`,
  about: (it) => line(it.column('number'), placeOf(it)),
  state: stateOf,
};

const unit: Source = {
  shape: Unit,
  where: (it, text) => within(it.column('search'), it, text),
  order: earliest,
  title: (it) => shown(it, 'name'),
  about: (it) => line(worded(it.column('kind'), UnitKind.values), labelSql(it.column('divisionCode'))),
  // That a unit takes part is a matter of course.
  state: (it) => worded(it.column('state'), { SUSPENDED: UnitState.values.SUSPENDED }),
};

const person: Source = {
  shape: Official,
  where: (it, text) => within(it.column('search'), it, text),
  order: earliest,
  title: (it) => shown(it, 'name'),
  about: (it) => shown(it, 'offices'),
  state: () => 'NULL',
};

const jointMeeting: Source = {
  shape: JointMeeting,
  where: (it, text) => inWriting(it.column('title'), it, text),
  order: newest,
  title: (it) => shown(it, 'title'),
  about: (it) =>
    line(placeOf(it), `to_char(${it.column('startsAt')} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`),
  state: stateOf,
};

const resolution: Source = {
  shape: Resolution,
  where: (it, text) => `(${inWriting(it.column('text'), it, text)} OR ${inWriting(it.column('serial'), it, text)})`,
  order: newest,
  title: (it) => shown(it, 'text'),
  about: (it) => line(placeOf(it), it.column('serial')),
  state: stateOf,
};

const listed = (shape: Source['shape']): Source => ({
  shape,
  where: (it, text) => within(it.column('search'), it, text),
  order: newest,
  title: (it) => shown(it, 'title'),
  about: placeOf,
  state: stateOf,
});

const resourceOffer: Source = {
  ...listed(ResourceOffer),
  about: (it) => `(SELECT u.name FROM unit u WHERE u.id = ${it.column('unitId')})`,
};

/** Everything that is found, in the order in which it is shown. */
export const SOURCES: Readonly<Record<SearchNoun, Source>> = {
  ...{ order, unit, person, jointMeeting, resolution },
  ...{ project: listed(Project), need: listed(Need), resourceOffer },
};
