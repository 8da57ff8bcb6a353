import { ID } from 'type-graphql';
import { defineFilter } from '../../platform/reads/condition.ts';
import { count, figures, share, word } from '../../platform/reads/roots/figures.ts';
import { resolutionProcess } from '../meetings/index.ts';
import { askedOf, divisionAsked, looked, placeAndTime, timeAsked } from './asked.ts';
import { ResolutionGroupingEnum } from './grouping.choice.ts';
import { tallied, type Counted } from './grouping.ts';
import { percentSql } from './share.ts';
import { countedFor, scopeSql } from './statistics.policy.ts';

const filter = defineFilter(
  'ResolutionFigureFilter',
  '统计条件 — Which resolutions are counted, and how they are split.',
  {
    by: looked(() => ResolutionGroupingEnum, '统计维度 — How they are split; one row for all, if left out.'),
    division: divisionAsked,
    unit: looked(() => ID, '单位 — Id of a unit that leads them or takes part in them.'),
    ...timeAsked('Dispatched'),
  },
);

const counted: Counted = {
  ...{ alias: 'r', at: 'r.dispatched_at', unit: 'r.lead_unit_id', states: resolutionProcess.states },
};

/** The work was reported done on its last day or before. */
const IN_TIME = `(r.finished_at AT TIME ZONE 'Asia/Shanghai')::date <= r.due_on`;

const COUNTING = [
  'count(*) AS resolutions',
  `count(*) FILTER (WHERE r.state NOT IN ('CLEARED', 'DROPPED', 'CANCELLED', 'SUPERSEDED')) AS open`,
  `count(*) FILTER (WHERE r.overdue_at IS NOT NULL AND r.state IN ('OBJECTED', 'ACCEPTED', 'IN_PROGRESS')) AS overdue`,
  `count(*) FILTER (WHERE r.state = 'CLEARED') AS cleared`,
  `count(*) FILTER (WHERE r.state = 'CLEARED' AND ${IN_TIME}) AS in_time`,
].join(', ');

const SHOWN = [
  ...['resolutions', 'open', 'overdue', 'cleared'].map((name) => `coalesce(f.${name}, 0)::int AS ${name}`),
  'coalesce(f.in_time, 0)::int AS "inTime"',
  `${percentSql('f.in_time', 'f.cleared')} AS "inTimePercent"`,
].join(', ');

export const resolutionFigures = figures({
  about: '议定事项统计 — Figures of the resolutions that went out with minutes in a time, split in one way.',
  row: {
    ...{ name: 'ResolutionFigures', about: '议定事项统计 — Figures of a group of resolutions, as they stand now.' },
    columns: {
      key: { type: () => ID, about: '键 — What the group shares: a state, a code, an id, `2026-10`, a Monday; `ALL`.' },
      label: word('名称 — The group as people read it.'),
      resolutions: count('议定事项数 — How many were dispatched.'),
      open: count('在办数 — How many are not at an end.'),
      overdue: count('逾期数 — How many are past their day with the work undone.'),
      cleared: count('销号数 — How many are closed off.'),
      inTime: count('按期销号数 — How many of those were reported done by their day.'),
      inTimePercent: share('按期率 — So many per hundred of those closed off; null without any.'),
    },
  },
  filter,
  select(statement, given) {
    const asked = askedOf(statement, given);
    const unit = given('unit');
    if (!unit.absent && !unit.isId) return null;
    const id = unit.absent ? null : unit.sql(statement.parameters, 'uuid');
    const ofUnit = id === null ? '' : ` AND (r.lead_unit_id = ${id} OR r.co_unit_ids @> ARRAY[${id}])`;
    const from = `resolution r WHERE r.dispatched_at IS NOT NULL AND ${scopeSql(countedFor, 'r', statement)}${ofUnit}${placeAndTime(asked, 'r', counted.at)}`;
    return tallied(counted, { counting: COUNTING, from, shown: SHOWN }, asked);
  },
}); // prettier-ignore
