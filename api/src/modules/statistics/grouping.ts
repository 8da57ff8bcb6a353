import { quoted } from '../../platform/reads/predicate-sql.ts';
import type { Asked } from './asked.ts';
import type { OrderGrouping } from './grouping.choice.ts';
import { countedFor, scopeSql } from './statistics.policy.ts';

/** Rows that are counted: their alias, and the columns by which they can be split. */
export interface Counted {
  readonly alias: string;
  /** When each came about. */
  readonly at: string;
  readonly unit: string;
  /** What people read for the states. */
  readonly states: Readonly<Record<string, readonly [label: string, about: string]>>;
}

/** How rows are split: the value that those of one group share, and how the groups `f` are named and sorted. */
interface Split {
  readonly by: string;
  readonly key: string;
  readonly label: string;
  /** What follows FROM, given the groups. */
  named(groups: string): string;
  readonly order: string;
}

const joined = (table: string) => (groups: string) => `(${groups}) f JOIN ${table}`;
const plain = (groups: string) => `(${groups}) f`;
const local = (instant: string) => `${instant} AT TIME ZONE 'Asia/Shanghai'`;

/** `counting` is the select list of a group; the result is a select of `key`, `label` and `shown` (over `f`) for each. */
export interface Tally {
  readonly counting: string;
  readonly from: string;
  readonly shown: string;
}

/** Counts rows in groups. */
export function tallied(counted: Counted, { counting, from, shown }: Tally, asked: Asked): string {
  const { by, key, label, named, order } = splitsOf(counted, asked)[asked.by]();
  const missing = by === counted.unit ? ` AND ${by} IS NOT NULL` : '';
  const groups = `SELECT ${by} AS g, ${counting} FROM ${from}${missing} GROUP BY 1`;
  return `SELECT ${key} AS key, ${label} AS label, ${shown} FROM ${named(groups)} ORDER BY ${order} LIMIT 1000`;
}

function splitsOf({ alias, at, unit, states }: Counted, asked: Asked): Readonly<Record<OrderGrouping, () => Split>> {
  const byName = (by: string, table: string, name: string): Split => ({
    ...{ by, key: 'f.g', label: `n.${name}`, order: `n.${name} COLLATE "zh-x-icu", f.g` },
    named: joined(table),
  });
  return {
    TOTAL: () => ({ by: `'ALL'`, key: 'f.g', label: quoted('合计'), named: plain, order: '1' }),
    STATE: () => ({
      ...{ by: `${alias}.state`, key: 'f.g', label: 'n.label', order: 'n.place' },
      named: joined(`(VALUES ${valuesOf(states)}) n (state, label, place) ON n.state = f.g`),
    }),
    STREET: () => streets(alias, asked),
    COMMUNITY: () => ({
      ...byName(`${alias}.community_code`, 'division n ON n.code = f.g', 'label'),
      order: 'n.code',
    }),
    UNIT: () => byName(unit, 'unit n ON n.id = f.g', 'name'),
    CATEGORY: () => ({
      ...byName(`${alias}.category_code`, 'service_category n ON n.code = f.g', 'name'),
      order: 'n.position, n.code',
    }),
    MONTH: () => inTime(at, 'month', ['YYYY-MM', 'YYYY"年"FMMM"月"']),
    WEEK: () => inTime(at, 'week', ['YYYY-MM-DD', 'FMMM"月"FMDD"日起一周"']),
  };
}

const valuesOf = (states: Counted['states']): string =>
  Object.entries(states)
    .map(([state, [label]], place) => `(${quoted(state)}, ${quoted(label)}, ${String(place)})`)
    .join(', ');

const inTime = (at: string, unit: string, [key, label]: readonly [string, string]): Split => ({
  ...{ by: `date_trunc('${unit}', ${local(at)})`, key: `to_char(f.g, '${key}')`, label: `to_char(f.g, '${label}')` },
  ...{ named: plain, order: 'f.g' },
});

/** Streets in which nothing happened are shown too. */
function streets(alias: string, { statement, division }: Asked): Split {
  const around = `n.code = ANY ((SELECT path FROM division WHERE code = ${division!})::text[])`;
  const wanted = division === null ? 'true' : `(n.path @> ARRAY[${division}] OR ${around})`;
  const listed = `(SELECT code, label, path, path[1] AS district_code, path[2] AS street_code FROM division
    WHERE level IN ('STREET', 'TOWN')) n`;
  return {
    ...{ by: `${alias}.street_code`, key: 'n.code', label: 'n.label', order: 'n.code' },
    named: (groups) =>
      `(SELECT n.code, n.label FROM ${listed} WHERE ${scopeSql(countedFor, 'n', statement)} AND ${wanted}) n LEFT JOIN (${groups}) f ON f.g = n.code`,
  };
}
