import { containing } from '../../platform/database/containing.ts';
import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { pathOf } from '../divisions/index.ts';
import type { UnitKind } from './unit.choice.ts';
import { UNIT_COLUMNS, type UnitRow } from './unit.row.ts';

export interface UnitFilter {
  readonly search?: string | null;
  readonly kind?: UnitKind | null;
  readonly category?: string | null;
  readonly division?: string | null;
}

/** SQL of each filter, and the values it takes; `?` stands for the next number. */
const CONDITIONS: { readonly [K in keyof UnitFilter]-?: readonly [sql: string, values: (value: string) => unknown[]] } =
  {
    search: ['u.search LIKE ?', (text) => [containing(text)]],
    kind: ['u.kind = ?', (kind) => [kind]],
    category: [
      'EXISTS (SELECT FROM unit_capability c WHERE c.unit_id = u.id AND c.category_code = ?)',
      (code) => [code],
    ],
    // Whoever serves the street serves its communities; whoever serves a community serves a part of the street.
    division: [
      `EXISTS (SELECT FROM unit_area a JOIN division d ON d.code = a.division_code
      WHERE a.unit_id = u.id AND (a.division_code = ANY (?::text[]) OR d.path @> ?::text[]))`,
      (code) => [pathOf(code), [code]],
    ],
  };

/** The conditions of a filter. The name tells the combination: one name stands for one text. */
function conditionsOf(filter: UnitFilter): { name: string; sql: string; values: unknown[] } {
  const used = (Object.keys(CONDITIONS) as (keyof UnitFilter)[]).filter((key) => filter[key]);
  const values = used.flatMap((key) => CONDITIONS[key][1](filter[key]!));
  let number = 0;
  const sql = used.map((key) => CONDITIONS[key][0].replaceAll('?', () => `$${++number}`)).join(' AND ');
  return { name: ['units', ...used].join('-'), sql: sql || 'true', values };
}

/** Units in the order of their names as people look them up: by pinyin. */
export function unitList(filter: UnitFilter, { house }: Context): Omit<PageRequest<UnitRow>, 'page'> {
  const { name, sql, values } = conditionsOf(filter);
  const at = values.length;
  const after = `($${at + 1}::text IS NULL OR (u.name COLLATE "zh-x-icu", u.id) > ($${at + 1}, $${at + 2}::uuid))`;
  return {
    order: 'units:name',
    rows: (position, limit) =>
      house.database.query(
        name,
        `SELECT ${UNIT_COLUMNS} FROM unit u WHERE ${sql} AND ${after} ORDER BY u.name COLLATE "zh-x-icu", u.id LIMIT $${at + 3}`,
        [...values, position?.[0] ?? null, position?.[1] ?? null, limit],
      ),
    position: (unit) => [unit.name, unit.id],
    count: async () => {
      const text = `SELECT count(*) AS count FROM unit u WHERE ${sql}`;
      const [row] = await house.database.query<{ count: number }>(`${name}-count`, text, values);
      return row!.count;
    },
  };
}
