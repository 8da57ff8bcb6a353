import { GraphQLISODateTime, ID } from 'type-graphql';
import { defineFilter, type Condition } from '../../platform/reads/condition.ts';
import type { Given } from '../../platform/reads/given.ts';
import type { Statement } from '../../platform/reads/place.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { count, figures } from '../../platform/reads/roots/figures.ts';
import { SeatSourceEnum } from './appointments.enums.ts';
import { SeatSource, UNITS_OF_SOURCE } from './seat/seat.choice.ts';

type GivenOf = (name: string) => Given;

/** Looked up by the select itself: what it asks for stands in several places of it. */
const asked = (type: Condition['type'], about: string): Condition => ({ type, about, sql: () => 'true' });

const coverageFilter = defineFilter('AppointmentCoverageFilter', '筛选条件 — All that are given must hold.', {
  division: asked(() => ID, '区划 — Code of a district, street or community; everywhere, if left out.'),
  at: asked(() => GraphQLISODateTime, '时点 — As it was then; now, if left out.'),
});
const balanceFilter = defineFilter('AppointmentBalanceFilter', '筛选条件 — All that are given must hold.', {
  division: asked(() => ID, '区划 — Only crossings with communities here; everywhere, if left out.'),
  unit: asked(() => ID, '单位编号 — Only this unit.'),
  at: asked(() => GraphQLISODateTime, '时点 — As it was then; now, if left out.'),
});

const momentOf = ({ parameters }: Statement, given: GivenOf): string =>
  given('at').absent ? parameters.now() : given('at').sql(parameters, 'timestamptz');

/** Condition that a community lies within the division that was asked for. */
const withinSql = ({ parameters }: Statement, given: GivenOf, community: string): string =>
  given('division').absent
    ? 'true'
    : `EXISTS (SELECT FROM division w WHERE w.code = ${community} AND w.path @> ARRAY[${given('division').sql(parameters, 'text')}])`;

/** The same of an alliance; that of a street works with its communities too. */
const alliedSql = (statement: Statement, given: GivenOf): string => {
  const within = withinSql(statement, given, 'a.division_code');
  if (within === 'true') return within;
  const code = given('division').sql(statement.parameters, 'text');
  return `(${within} OR EXISTS (SELECT FROM division w WHERE w.code = ${code} AND w.path @> ARRAY[a.division_code]))`;
};

/** The source that a unit of some kind is. */
const sourceSql = (kind: string): string => {
  const own = Object.entries(UNITS_OF_SOURCE).map(([unit, source]) => `WHEN ${quoted(unit)} THEN ${quoted(source)}`);
  return `CASE ${kind} ${own.join(' ')} ELSE 'RESIDENT_UNIT' END`;
};
const SOURCES = SeatSource.keys.map(
  (source, index) => `(${quoted(source)}, ${quoted(SeatSource.label(source))}, ${String(index)})`,
);

export const coverageQueries = defineQueries('CoverageQueries', {
  appointmentCoverage: figures({
    about:
      '进入覆盖表 — Which communities have whom: one row for each community and kind of unit, urban communities and whatever has bodies.',
    row: {
      ...{ name: 'AppointmentCoverage', about: '进入覆盖 — How a community is supplied from one kind of unit.' },
      columns: {
        communityCode: { type: () => ID, about: '社区代码 — Code of the community.' },
        community: { type: () => String, about: '社区 — The community as people read it.' },
        source: { type: () => SeatSourceEnum, about: '来源单位类别 — From what kind of unit.' },
        sourceLabel: { type: () => String, about: '来源名称 — The kind as people read it.' },
        holders: count('在任人数 — How many from there hold a seat in the community.'),
        vacantSeats: count('空缺席位 — Seats for that kind of unit that nobody holds.'),
        lacking: { type: () => Boolean, about: '缺口 — Nobody from there holds a seat.' },
      },
    },
    filter: coverageFilter,
    select(statement, given) {
      const moment = momentOf(statement, given);
      return `SELECT d.code AS "communityCode", d.label AS community, v.source, v.label AS "sourceLabel", f.holders, f."vacantSeats",
          f.holders = 0 AS lacking
        FROM division d CROSS JOIN (VALUES ${SOURCES.join(', ')}) v (source, label, place)
        CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ${sourceSql('u.kind')} = v.source AND u.id IS NOT NULL) AS holders,
            count(*) FILTER (WHERE s.source = v.source AND m.seat_id IS NULL AND s.opened_at <= ${moment}
              AND (s.closed_at IS NULL OR s.closed_at > ${moment})) AS "vacantSeats"
          FROM seat s LEFT JOIN body_member m ON m.seat_id = s.id AND m.term @> ${moment} LEFT JOIN unit u ON u.id = m.home_unit_id
          WHERE s.community_code = d.code AND s.direction = 'INBOUND') f
        WHERE (d.level = 'COMMUNITY' OR (d.level = 'VILLAGE' AND EXISTS (SELECT FROM body b WHERE b.community_code = d.code)))
          AND ${withinSql(statement, given, 'd.code')}
        ORDER BY d.code, v.place`;
    },
  }),

  appointmentBalance: figures({
    about:
      '双向平衡表 — How many each unit has sent into communities, and how many it has received: units that crossed, and members of alliances.',
    row: {
      ...{ name: 'AppointmentBalance', about: '双向平衡 — In and out of one unit.' },
      columns: {
        unitId: { type: () => ID, about: '单位编号 — The unit.' },
        unitName: { type: () => String, about: '单位 — Its name.' },
        sent: count('进入社区人数 — Seats in communities that its people hold.'),
        received: count('进入单位人数 — Advisers that communities sent to it.'),
        mutual: { type: () => Boolean, about: '是否双向 — At least one each way.' },
      },
    },
    filter: balanceFilter,
    select(statement, given) {
      const moment = momentOf(statement, given);
      const { parameters } = statement;
      const unit = given('unit');
      const only = unit.absent ? 'true' : unit.isId ? `u.id = ${unit.sql(parameters, 'uuid')}` : 'false';
      const here = withinSql(statement, given, 'm.community_code');
      return `SELECT f."unitId", f."unitName", f.sent, f.received, f.sent > 0 AND f.received > 0 AS mutual
        FROM (SELECT u.id AS "unitId", u.name AS "unitName",
            (SELECT count(*) FROM body_member m WHERE m.home_unit_id = u.id AND m.term @> ${moment} AND ${here}) AS sent,
            (SELECT count(*) FROM body_member m WHERE m.unit_id = u.id AND m.term @> ${moment} AND ${here}) AS received,
            EXISTS (SELECT FROM alliance_member n JOIN alliance a ON a.id = n.alliance_id
              WHERE n.unit_id = u.id AND n.term @> ${moment} AND ${alliedSql(statement, given)}) AS member
          FROM unit u WHERE ${only}) f
        WHERE f.member OR f.sent > 0 OR f.received > 0
        ORDER BY f."unitName" COLLATE "zh-x-icu", f."unitId" LIMIT 1000`;
    },
  }),
});
