import { ID, Int } from 'type-graphql';
import type { Loading } from '../../../platform/graphql/context.ts';
import { defineFilter } from '../../../platform/reads/condition.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression } from '../../../platform/reads/json-text.ts';
import { count, figures } from '../../../platform/reads/roots/figures.ts';

/** When a year begins, in Asia/Shanghai. */
const beginning = (year: string) => `make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')`;
const yearAt = (instant: string) => `extract(year FROM ${instant} AT TIME ZONE 'Asia/Shanghai')::int`;

/** Claims that were not given back, of a unit and a year. */
const claimsOf = (
  unitId: string,
  year: string,
) => `project_claim c WHERE c.unit_id = ${unitId} AND c.released_at IS NULL
  AND c.claimed_at >= ${beginning(year)} AND c.claimed_at < ${beginning(`${year} + 1`)}`;

const counting: Loading<string, number> = async (unitIds, { house, now }) => {
  const rows = await house.database.query<{ count: number }>(
    'projects-this-year',
    `SELECT (SELECT count(DISTINCT c.project_id) FROM ${claimsOf('u.id', yearAt('$2::timestamptz'))}) AS count
     FROM unnest($1::uuid[]) WITH ORDINALITY AS u (id, place) ORDER BY u.place`,
    [unitIds, now],
  );
  return rows.map((row) => row.count);
};

/** Each member unit is expected to claim one a year. */
export const projectsThisYear = workedOut({
  type: () => Int,
  about: '本年认领项目数 — How many projects the unit has claimed this year; one at least is expected of every member.',
  from: ['id'],
  of: ({ id }, context) => context.load(counting, id as string),
  sql: (place) => {
    const year = yearAt(place.statement.parameters.now());
    return expression(`(SELECT count(DISTINCT c.project_id) FROM ${claimsOf(place.column('id'), year)})::text`);
  },
});

const filter = defineFilter('ProjectClaimFilter', '筛选条件 — Whose claims are counted, and of which year.', {
  division: {
    ...{ type: () => ID, about: '镇街或社区 — Code of the street or community whose alliance it is; none without it.' },
    sql: (it, given) => `${it.column('divisionCode')} = ${it.value(given, 'text')}`,
  },
  year: { type: () => Int, about: '年度 — A year; this one, if left out.', sql: () => 'true' },
});

export const projectClaims = figures({
  about: '年度认领情况 — How many projects each member of an alliance has claimed in a year: who has none is behind.',
  row: {
    ...{ name: 'ProjectClaimCount', about: '年度认领 — What a member unit has claimed in a year.' },
    columns: {
      unitId: { type: () => ID, about: '单位编号 — The unit.' },
      unitName: { type: () => String, about: '单位名称 — The unit, by name.' },
      claimed: count('认领项目数 — How many projects it claimed and did not give back, in whichever alliance.'),
      cleared: count('销号项目数 — How many of them are closed off.'),
    },
  },
  filter,
  select({ parameters }, given) {
    if (given('division').absent) return null;
    const now = parameters.now();
    const year = given('year').absent ? yearAt(now) : given('year').sql(parameters, 'int');
    return `SELECT u.id AS "unitId", u.name AS "unitName",
        (SELECT count(DISTINCT c.project_id) FROM ${claimsOf('u.id', year)}) AS claimed,
        (SELECT count(DISTINCT c.project_id) FROM ${claimsOf('u.id', year)}
          AND EXISTS (SELECT FROM project p WHERE p.id = c.project_id AND p.state = 'CLEARED')) AS cleared
      FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id AND m.term @> ${now} JOIN unit u ON u.id = m.unit_id
      WHERE a.division_code = ${given('division').sql(parameters, 'text')} ORDER BY u.name COLLATE "zh-x-icu", u.id`;
  },
});
