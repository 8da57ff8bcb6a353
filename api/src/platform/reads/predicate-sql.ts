import { settle, type Predicate } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from './parameters.ts';

/** SQL of a link for the alias of a row: a value or a condition. */
export type LinkSql = (alias: string, parameters: Parameters, viewer: Viewer) => string;

/**
 * A link in two forms. `value` is asked of a row at hand: a sub-select that is run for it alone. `found` is asked in WHERE: an
 * EXISTS, from whose side the planner may start. With `values`, whether it is one of them.
 */
export interface LinkForms {
  readonly value: LinkSql;
  readonly found: (alias: string, parameters: Parameters, asked: { viewer: Viewer; values: string | null }) => string;
}
export type Links = Readonly<Record<string, LinkSql | LinkForms>>;

/** SQL of what a link is. */
export const linkValue = (link: LinkSql | LinkForms): LinkSql => (typeof link === 'function' ? link : link.value);

/** How the columns and links of a predicate are written. */
export interface Wording {
  /** Alias of the table. */
  readonly alias: string;
  readonly links: Links;
  /** The condition is asked of rows at hand, not to find them. */
  readonly ofRow?: boolean;
}

export const columnName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes a predicate for viewers of one kind as SQL. Never null: unknown counts as false, as it does in `holds`. */
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
      if (predicate.of.kind === 'EMPTY') return `${wording.alias}.${columnName(predicate.of.column)} IS NOT NULL`;
      return `NOT coalesce(${write(predicate.of, viewer, wording, parameters)}, false)`;
    case 'ACTS':
      throw new Error('ACTS is settled before a predicate is written');
    case 'LINK':
      return linkSql(predicate, viewer, wording, parameters);
    default:
      return columnSql(predicate, wording, parameters);
  }
}

type OfKind<K extends Predicate['kind']> = Extract<Predicate, { kind: K }>;

function linkSql(
  { link, values }: OfKind<'LINK'>,
  viewer: Viewer,
  { alias, links, ofRow = false }: Wording,
  parameters: Parameters,
): string {
  const written = links[link];
  if (!written) throw new Error(`No SQL is declared for link "${link}"`);
  const listed = values.length === 0 ? null : values.map(quoted).join(', ');
  if (typeof written !== 'function' && !ofRow) return written.found(alias, parameters, { viewer, values: listed });
  const value = linkValue(written)(alias, parameters, viewer);
  return listed === null ? value : `coalesce(${value} IN (${listed}), false)`;
}

function columnSql(
  predicate: Extract<Predicate, { column: string }>,
  { alias }: Wording,
  parameters: Parameters,
): string {
  const column = `${alias}.${columnName(predicate.column)}`;
  switch (predicate.kind) {
    case 'IS':
      return `${column} = ${parameters.term(predicate.term, predicate.term === 'SCOPE' ? 'text' : 'uuid')}`;
    case 'ONE_OF':
      return `${column} IN (${predicate.values.map(quoted).join(', ')})`;
    case 'TRUE':
      return column;
    case 'EMPTY':
      return `${column} IS NULL`;
    case 'AT_LEAST':
      return `${column} >= ${String(predicate.least)}`;
    case 'SCOPE_WITHIN':
      return `${column} = left(${parameters.term('SCOPE', 'text')}, 12)`;
  }
}
