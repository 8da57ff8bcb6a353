import { ID } from 'type-graphql';
import { defineFilter } from '../../platform/reads/condition.ts';
import { count, figures, word } from '../../platform/reads/roots/figures.ts';
import { askedOf, divisionAsked, timeAsked } from './asked.ts';
import { countedFor, scopeSql } from './statistics.policy.ts';

const filter = defineFilter('MeetingFigureFilter', '统计条件 — Which alliances, and of which time; this year, if left out.', {
  division: divisionAsked,
  ...timeAsked('Opened'),
}); // prettier-ignore

const day = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
/** The number of the part of a year in which a day lies, parts counted through all years. */
const part = (of: string) =>
  `(extract(year FROM ${of})::int * c.per_year + (extract(month FROM ${of})::int - 1) / (12 / c.per_year))`;

export const meetingFigures = figures({
  about: '例会统计 — Of each alliance, how many regular meetings were held in a time and how many its cadence asked for.',
  row: {
    ...{ name: 'MeetingFigures', about: '例会统计 — Regular meetings of one alliance.' },
    columns: {
      allianceId: { type: () => ID, about: '联盟编号 — The alliance.' },
      alliance: word('联盟 — Its name.'),
      streetCode: { type: () => ID, about: '镇街代码 — Code of the street or town in which it lies.', nullable: true },
      street: word('镇街 — The street or town as people read it.', { nullable: true }),
      perYear: count('每年次数 — Regular meetings that its cadence asks for in a year.'),
      held: count('已开次数 — Regular meetings that were held.'),
      expected: count('应开次数 — Parts of the year that ended in the time, the one in which its first member joined left out.'),
      lastHeldOn: word('上次召开日期 — Of the last regular meeting held at all.', { nullable: true }),
      due: word('最迟召开日期 — Until when the next one is due; null for an alliance without members.', { nullable: true }),
      behind: { type: () => Boolean, about: '逾期未开 — That day has passed.' },
    },
  },
  filter,
  select(statement, given) {
    const asked = askedOf(statement, given);
    const now = statement.parameters.now();
    const today = day(now);
    const from = asked.from === null ? `date_trunc('year', ${today}::timestamp)::date` : day(asked.from);
    const since = asked.from ?? `date_trunc('year', ${now}, 'Asia/Shanghai')`;
    const until = asked.before === null ? today : `least(${today}, ${day(asked.before)})`;
    const before = asked.before === null ? '' : ` AND m.opened_at < ${asked.before}`;
    const within = asked.division === null ? 'true' : `d.path @> ARRAY[${asked.division}]`;
    return `SELECT a.id AS "allianceId", a.name AS alliance, d.street_code AS "streetCode", s.label AS street, c.per_year AS "perYear", h.held,
        CASE WHEN j.begins IS NULL THEN 0 ELSE greatest(0, ${part(`t.until`)} - ${part('greatest(t.since, j.begins)')}) END AS expected,
        c.last_held_on::text AS "lastHeldOn", c.due_on::text AS due, coalesce(c.due_on < ${today}, false) AS behind
      FROM alliance a JOIN (SELECT code, path, path[1] AS district_code, path[2] AS street_code FROM division) d ON d.code = a.division_code
      JOIN alliance_cadence c ON c.alliance_id = a.id LEFT JOIN division s ON s.code = d.street_code
      CROSS JOIN LATERAL (SELECT ${from} AS since, ${until} AS until) t
      CROSS JOIN LATERAL (SELECT period_end(min(${day('lower(term)')}), c.per_year) + 1 AS begins FROM alliance_member WHERE alliance_id = a.id) j
      CROSS JOIN LATERAL (SELECT count(*) AS held FROM joint_meeting m WHERE m.alliance_id = a.id AND m.kind = 'REGULAR'
        AND m.adjourned_at IS NOT NULL AND m.opened_at >= ${since}${before}) h
      WHERE ${scopeSql(countedFor, 'd', statement)} AND ${within} ORDER BY d.code LIMIT 1000`;
  },
}); // prettier-ignore
