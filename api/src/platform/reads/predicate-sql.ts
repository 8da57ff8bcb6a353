import { settle, termOf, type Predicate } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from './parameters.ts';

/** How the columns and links of a predicate are written. */
export interface Wording {
  /** Alias of the table. */
  readonly alias: string;
  /** SQL of a link for the alias: an EXISTS, or a sub-select whose value is compared. */
  readonly links: Readonly<Record<string, (alias: string, parameters: Parameters, viewer: Viewer) => string>>;
}

export const columnName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Writes a predicate for a viewer as SQL. Never null: unknown counts as false, as it does in `holds`. */
export function predicateSql(predicate: Predicate, viewer: Viewer, wording: Wording, parameters: Parameters): string {
  return write(settle(predicate, viewer), viewer, wording, parameters);
}

function write(predicate: Predicate, viewer: Viewer, wording: Wording, parameters: Parameters): string {
  switch (predicate.kind) {
    case 'CONSTANT':
      return String(predicate.value);
    case 'ALL':
    case 'ANY':
      return `(${predicate.of.map((part) => write(part, viewer, wording, parameters)).join(predicate.kind === 'ALL' ? ' AND ' : ' OR ')})`;
    case 'NOT':
      return `NOT coalesce(${write(predicate.of, viewer, wording, parameters)}, false)`;
    case 'ACTS':
      throw new Error('ACTS is settled before a predicate is written');
    case 'LINK':
      return linkSql(predicate, viewer, wording, parameters);
    default:
      return columnSql(predicate, viewer, wording, parameters);
  }
}

type OfKind<K extends Predicate['kind']> = Extract<Predicate, { kind: K }>;

function linkSql(
  { link, values }: OfKind<'LINK'>,
  viewer: Viewer,
  { alias, links }: Wording,
  parameters: Parameters,
): string {
  const written = links[link];
  if (!written) throw new Error(`No SQL is declared for link "${link}"`);
  const sql = written(alias, parameters, viewer);
  return values.length === 0 ? sql : `coalesce(${sql} IN (${values.map(quoted).join(', ')}), false)`;
}

function columnSql(
  predicate: Extract<Predicate, { column: string }>,
  viewer: Viewer,
  { alias }: Wording,
  parameters: Parameters,
): string {
  const column = `${alias}.${columnName(predicate.column)}`;
  switch (predicate.kind) {
    case 'IS':
      return `${column} = ${parameters.add(termOf(viewer, predicate.term), predicate.term === 'SCOPE' ? 'text' : 'uuid')}`;
    case 'ONE_OF':
      return `${column} IN (${predicate.values.map(quoted).join(', ')})`;
    case 'TRUE':
      return column;
    case 'EMPTY':
      return `${column} IS NULL`;
    case 'AT_LEAST':
      return `${column} >= ${String(predicate.least)}`;
    case 'SCOPE_WITHIN':
      return `starts_with(${parameters.add(termOf(viewer, 'SCOPE'), 'text')}, ${column})`;
  }
}
