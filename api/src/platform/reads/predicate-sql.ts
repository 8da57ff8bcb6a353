import { settle, type Predicate } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from './parameters.ts';

/** SQL of a link for the alias of a row: an EXISTS or another condition that is never null. */
export type LinkSql = (alias: string, parameters: Parameters, viewer: Viewer) => string;

/** A link that has a value: the sub-select of the value, and the condition that it is one of several. */
export interface ValueSql {
  readonly value: LinkSql;
  readonly among: (alias: string, parameters: Parameters, values: string) => string;
}
export type Links = Readonly<Record<string, LinkSql | ValueSql>>;

/** SQL of what a link is. */
export const linkValue = (link: LinkSql | ValueSql): LinkSql => (typeof link === 'function' ? link : link.value);

/** How the columns and links of a predicate are written. */
export interface Wording {
  /** Alias of the table. */
  readonly alias: string;
  readonly links: Links;
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
  { alias, links }: Wording,
  parameters: Parameters,
): string {
  const written = links[link];
  if (!written) throw new Error(`No SQL is declared for link "${link}"`);
  const listed = values.map(quoted).join(', ');
  if (values.length === 0) return linkValue(written)(alias, parameters, viewer);
  if (typeof written !== 'function') return written.among(alias, parameters, listed);
  return `coalesce(${written(alias, parameters, viewer)} IN (${listed}), false)`;
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
