import { ID } from 'type-graphql';
import { defineFilter } from '../../platform/reads/condition.ts';
import { count, figures, share, word } from '../../platform/reads/roots/figures.ts';
import { askedOf, looked, timeAsked, type Asked } from './asked.ts';
import { FINISHED, LATE, RATED, RUNNING } from './order.sql.ts';
import { FEW, meanSql, medianSql, percentSql } from './share.ts';
import { recordFor, scopeSql } from './statistics.policy.ts';

const filter = defineFilter('UnitRecordFilter', '统计条件 — Whose record, and of which time.', {
  unit: looked(() => ID, '单位 — Id of a unit; the viewer’s own, if left out.'),
  ...timeAsked('Claimed or submitted'),
});

/** What is measured of a unit: its name, and how it is read. */
const MEASURES = {
  claimed: ['领单数', 'Orders that it took or was given.'],
  running: ['在办数', 'Orders that it has and that are not at an end.'],
  finished: ['办结数', 'Orders that it has reported done.'],
  onTimePercent: ['按期办结率', 'So many per hundred of those finished were never late; null without any.'],
  returned: ['退单数', 'Orders that it took or was given and has no more.'],
  rated: ['评价数', 'Residents who rated its work.'],
  satisfiedPercent: ['满意率', 'So many per hundred of those who rated are satisfied; null of fewer than five.'],
  averageScore: ['平均评分', 'The mean of the scores given, 1 to 5; null of fewer than five.'],
} as const;
type Measure = keyof typeof MEASURES;
const SHARES: readonly Measure[] = ['onTimePercent', 'satisfiedPercent', 'averageScore'];
const NAMES = Object.keys(MEASURES) as Measure[];
const medianOf = (measure: Measure) => `median${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;

const own = NAMES.map((name) => {
  const [label, about] = MEASURES[name];
  return [name, (SHARES.includes(name) ? share : count)(`${label} — ${about}`)] as const;
});
const medians = NAMES.map((name) => {
  const about = `${MEASURES[name][0]}中位数 — The median of the members; null when fewer than five have a value.`;
  return [medianOf(name), share(about)] as const;
});

/** The measures of each unit of `unit_of`, in a time. */
function measured({ statement, from, before }: Asked): string {
  const inTime = (at: string) =>
    [...(from === null ? [] : [` AND ${at} >= ${from}`]), ...(before === null ? [] : [` AND ${at} < ${before}`])].join('');
  const now = statement.parameters.now();
  const red = `count(*) FILTER (WHERE o.due_at < ${now})`;
  return `SELECT u.id, coalesce(c.claimed, 0)::int AS claimed, coalesce(c.returned, 0)::int AS returned, coalesce(w.running, 0)::int AS running,
      coalesce(w.red, 0)::int AS red, coalesce(w.finished, 0)::int AS finished, coalesce(w.late, 0)::int AS late, coalesce(w.rated, 0)::int AS rated,
      ${percentSql('(w.finished - w.late)', 'w.finished')} AS "onTimePercent", ${percentSql('w.pleased', 'w.rated', FEW)} AS "satisfiedPercent",
      ${meanSql('w.score', 'w.scored', FEW)} AS "averageScore"
    FROM unit_of u
    LEFT JOIN (SELECT unit_id, count(*) AS claimed, count(released_at) AS returned FROM order_claim c
      WHERE unit_id IN (SELECT id FROM unit_of)${inTime('c.claimed_at')} GROUP BY unit_id) c ON c.unit_id = u.id
    LEFT JOIN (SELECT o.unit_id, count(*) FILTER (WHERE o.state ${RUNNING}) AS running, ${red} AS red,
        count(*) FILTER (WHERE o.state ${FINISHED}) AS finished, count(*) FILTER (WHERE o.state ${FINISHED} AND ${LATE}) AS late,
        sum(r.rated) AS rated, sum(r.pleased) AS pleased, sum(r.score) AS score, sum(r.scored) AS scored
      FROM orders o LEFT JOIN ${RATED} r ON r.order_id = o.id AND r.round = o.round
      WHERE o.number IS NOT NULL AND o.unit_id IN (SELECT id FROM unit_of)${inTime('o.submitted_at')} GROUP BY o.unit_id) w ON w.unit_id = u.id`;
} // prettier-ignore

export const unitRecord = figures({
  about: '单位履职情况 — What a unit has done in a time, beside the medians of each alliance of which it is a member; one row for each of them.',
  row: {
    ...{ name: 'UnitRecord', about: '单位履职情况 — A unit beside one of its alliances; the unit alone when it is in none.' },
    columns: {
      unitId: { type: () => ID, about: '单位编号 — The unit.' },
      unitName: word('单位名称 — The unit, by name.'),
      allianceId: { type: () => ID, about: '联盟编号 — The alliance of the medians.', nullable: true },
      alliance: word('联盟 — Its name.', { nullable: true }),
      members: count('成员单位数 — Members of the alliance now, this one included.'),
      red: count('红灯数 — Orders of the unit that are past the end of their leading duty.'),
      late: count('超期办结数 — Orders that it reported done after its time.'),
      ...Object.fromEntries([...own, ...medians]),
    },
  },
  filter,
  select(statement, given) {
    const asked = askedOf(statement, given);
    const unit = given('unit');
    if (!unit.absent && !unit.isId) return null;
    const { parameters } = statement;
    const id = unit.absent ? parameters.term('UNIT', 'uuid') : unit.sql(parameters, 'uuid');
    const now = parameters.now();
    return `WITH me AS (SELECT x.id, x.name FROM (SELECT u.id, u.id AS unit_id, u.name, d.path[1] AS district_code FROM unit u
          JOIN division d ON d.code = u.division_code WHERE u.id = ${id}) x WHERE ${scopeSql(recordFor, 'x', statement)}),
        peer AS (SELECT p.alliance_id, p.unit_id FROM alliance_member p JOIN alliance_member mine ON mine.alliance_id = p.alliance_id
          WHERE mine.unit_id IN (SELECT id FROM me) AND mine.term @> ${now} AND p.term @> ${now}),
        unit_of AS (SELECT unit_id AS id FROM peer UNION SELECT id FROM me),
        measure AS MATERIALIZED (${measured(asked)}),
        middle AS (SELECT p.alliance_id, count(*) AS members, ${NAMES.map((name) => `${medianSql(`s."${name}"`)} AS "${medianOf(name)}"`).join(', ')}
          FROM peer p JOIN measure s ON s.id = p.unit_id GROUP BY p.alliance_id)
      SELECT me.id AS "unitId", me.name AS "unitName", a.id AS "allianceId", a.name AS alliance, coalesce(m.members, 0)::int AS members, s.red, s.late,
        ${NAMES.flatMap((name) => [`s."${name}"`, `m."${medianOf(name)}"`]).join(', ')}
      FROM me JOIN measure s ON s.id = me.id LEFT JOIN middle m ON true LEFT JOIN alliance a ON a.id = m.alliance_id ORDER BY a.division_code LIMIT 100`;
  },
}); // prettier-ignore
