import { ID } from 'type-graphql';
import type { Condition } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { AllianceCadence, isBehind } from './cadence.shape.ts';

const inStreet: Condition = {
  ...{ type: () => ID, about: '镇街代码 — Only alliances of this street and its communities; also of any other division.' },
  sql: (it, street) => `EXISTS (SELECT FROM alliance a JOIN division d ON d.code = a.division_code
    WHERE a.id = ${it.column('allianceId')} AND d.path @> ARRAY[${it.value(street, 'text')}])`,
}; // prettier-ignore

export const cadenceQueries = defineQueries('CadenceQueries', {
  alliancesBehind: pages(AllianceCadence, {
    ...{ about: '例会逾期的联盟 — Alliances whose regular meeting is overdue.', label: '例会节奏' },
    where: (it) => isBehind(it.column('dueOn'), it.statement.parameters.now()),
    conditions: { street: inStreet },
    sort: { name: 'cadence:alliance', keys: [byId('allianceId')] },
  }),
});
