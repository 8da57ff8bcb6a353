import { instantText } from './fields/column.ts';
import { mark } from '../graphql/connection.ts';
import { columnName } from './predicate-sql.ts';
import type { View } from './shape.ts';

/** A value by which rows are sorted, and which a cursor holds. */
export interface SortKey {
  readonly type: string;
  sql(row: string): string;
  /** JSON text of the value. */
  json(row: string): string;
  /** The same of a view. */
  of(view: View): unknown;
}

/** A total order of a list. The last key tells all rows apart. */
export interface Sort {
  /** Names the order in its cursors, e.g. `orders:NEWEST`: a cursor of another one is refused. */
  readonly name: string;
  readonly descending?: boolean;
  readonly keys: readonly SortKey[];
}

export const byId = (property: string, type = 'uuid'): SortKey => ({
  type,
  sql: (row) => `${row}.${columnName(property)}`,
  json: (row) => `to_json(${row}.${columnName(property)}::text)::text`,
  of: (view) => view[property],
});

/** Names in the order in which people look them up: by pinyin. */
export const byName = (property: string): SortKey => ({
  ...byId(property, 'text'),
  sql: (row) => `${row}.${columnName(property)} COLLATE "zh-x-icu"`,
});

/** An instant that may be missing; those without one come last. */
export const byInstant = (property: string): SortKey => ({
  type: 'timestamptz',
  sql: (row) => `coalesce(${row}.${columnName(property)}, 'infinity')`,
  json: (row) => `coalesce(${instantText(`${row}.${columnName(property)}`)}, '"infinity"')`,
  of: (view) => (view[property] as Date | null)?.toISOString() ?? 'infinity',
});

/** ORDER BY of a sort. */
export const orderSql = ({ keys, descending = false }: Sort, row: string): string =>
  keys.map((key) => `${key.sql(row)}${descending ? ' DESC' : ''}`).join(', ');

/** Condition that a row lies after a position; `value` writes the n-th value of the position. */
export function afterSql(
  { keys, descending = false }: Sort,
  row: string,
  value: (index: number, type: string) => string,
): string {
  const left = keys.map((key) => key.sql(row)).join(', ');
  const right = keys.map((key, index) => value(index, key.type)).join(', ');
  return keys.length === 1
    ? `${left} ${descending ? '<' : '>'} ${right}`
    : `(${left}) ${descending ? '<' : '>'} (${right})`;
}

/** A cursor as `encodeCursor` makes it: base64url of a JSON list. */
export function cursorSql({ name, keys }: Sort, row: string): string {
  const values = keys.map((key) => ` || ',' || ${key.json(row)}`).join('');
  return `translate(encode(convert_to('["${mark(name)}"'${values} || ']', 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}
