import { ID } from 'type-graphql';
import { defineFilter } from '../../platform/reads/condition.ts';
import { count, figures, share, word } from '../../platform/reads/roots/figures.ts';
import { orderProcess } from '../orders/index.ts';
import { askedOf, divisionAsked, looked, placeAndTime, timeAsked, unitAsked } from './asked.ts';
import { OrderGroupingEnum } from './grouping.choice.ts';
import { tallied, type Counted } from './grouping.ts';
import { FINISHED, LATE, RATED, RUNNING } from './order.sql.ts';
import { FEW, meanSql, percentSql } from './share.ts';
import { countedFor, scopeSql } from './statistics.policy.ts';

const filter = defineFilter('OrderFigureFilter', '统计条件 — Which orders are counted, and how they are split.', {
  by: looked(() => OrderGroupingEnum, '统计维度 — How they are split; one row for all, if left out.'),
  ...{ division: divisionAsked, unit: unitAsked, ...timeAsked('Submitted') },
});

const counted: Counted = { alias: 'o', at: 'o.submitted_at', unit: 'o.unit_id', states: orderProcess.states };

const counting = (now: string): string =>
  [
    'count(*) AS orders',
    `count(*) FILTER (WHERE o.state ${RUNNING}) AS running`,
    `count(*) FILTER (WHERE o.yellow_at > ${now}) AS green`,
    `count(*) FILTER (WHERE o.yellow_at <= ${now} AND o.due_at >= ${now}) AS yellow`,
    `count(*) FILTER (WHERE o.due_at < ${now}) AS red`,
    `count(*) FILTER (WHERE o.state ${FINISHED}) AS finished`,
    `count(*) FILTER (WHERE o.state ${FINISHED} AND ${LATE}) AS late`,
    `count(*) FILTER (WHERE o.state = 'CLEARED') AS cleared`,
    'sum(r.rated) AS rated, sum(r.pleased) AS pleased, sum(r.score) AS score, sum(r.scored) AS scored',
  ].join(', ');

const shown = [
  ...['orders', 'running', 'green', 'yellow', 'red', 'finished', 'late', 'cleared', 'rated'].map(
    (name) => `coalesce(f.${name}, 0)::int AS ${name}`,
  ),
  `${percentSql('(f.finished - f.late)', 'f.finished')} AS "onTimePercent"`,
  `${percentSql('f.pleased', 'f.rated', FEW)} AS "satisfiedPercent"`,
  `${meanSql('f.score', 'f.scored', FEW)} AS "averageScore"`,
].join(', ');

export const orderFigures = figures({
  about: '点单统计 — Figures of the orders submitted in a time, as far as they count for the viewer, split in one way.',
  row: {
    ...{ name: 'OrderFigures', about: '点单统计 — Figures of a group of orders. All are of the orders as they stand now.' },
    columns: {
      key: { type: () => ID, about: '键 — What the group shares: a state, a code, an id, `2026-10`, a Monday; `ALL`.' },
      label: word('名称 — The group as people read it.'),
      orders: count('点单数 — How many were submitted.'),
      running: count('在办数 — How many are not at an end.'),
      green: count('绿灯数 — How many have time left for the leading duty.'),
      yellow: count('黄灯数 — How many are close to its end.'),
      red: count('红灯数 — How many are past it.'),
      finished: count('办结数 — How many a unit has reported done: to be checked, rated or decided on, or closed off.'),
      late: count('超期办结数 — How many of them the unit reported done after its time.'),
      onTimePercent: share('按期办结率 — So many per hundred of those finished were never late; null without any.'),
      cleared: count('销号数 — How many are closed off.'),
      rated: count('评价数 — Residents who rated the present round. Who said nothing counts nowhere.'),
      satisfiedPercent: share('满意率 — So many per hundred of those who rated are satisfied; null of fewer than five.'),
      averageScore: share('平均评分 — The mean of the scores given, 1 to 5; null of fewer than five.'),
    },
  },
  filter,
  select(statement, given) {
    const asked = askedOf(statement, given);
    const unit = given('unit');
    if (!unit.absent && !unit.isId) return null;
    const { parameters } = statement;
    const ofUnit = unit.absent ? '' : ` AND o.unit_id = ${unit.sql(parameters, 'uuid')}`;
    const from = `orders o LEFT JOIN ${RATED} r ON r.order_id = o.id AND r.round = o.round
      WHERE o.number IS NOT NULL AND ${scopeSql(countedFor, 'o', statement)}${ofUnit}${placeAndTime(asked, 'o', counted.at)}`;
    return tallied(counted, { counting: counting(parameters.now()), from, shown }, asked);
  },
}); // prettier-ignore
