import { quoted } from './predicate-sql.ts';

/**
 * JSON that a statement writes as text: literal pieces and SQL expressions of type text, none of them null. PostgreSQL
 * joins them with `||`, which is twice as fast as `concat` and needs no parsing of what is JSON already.
 */
export type JsonText = readonly Piece[];
type Piece = string | { readonly sql: string };

/** Written where an answer cannot be given in SQL. No JSON text holds this character unescaped: its presence is the sign. */
export const VETO = '\u0001';
const VETO_SQL = `U&'\\0001'`;

/** Stands around what is sealed: the house opens it on the way out. No JSON text holds this character unescaped either. */
const SEALED_SQL = `U&'\\0002'`;
const SEALED_MARK = '\u0002';
const SEALED = new RegExp(`${SEALED_MARK}([0-9a-f]*)${SEALED_MARK}`, 'g');

/** SQL of a sealed value, shown in full to whoever asks: for what is their own. */
export const sealedSql = (column: string): string => `(${SEALED_SQL} || encode(${column}, 'hex') || ${SEALED_SQL})`;

/** Puts what was sealed into an answer. */
export function unsealed(text: string, open: (sealed: Buffer) => string): string {
  if (!text.includes(SEALED_MARK)) return text;
  return text.replaceAll(SEALED, (_whole, hex: string) => JSON.stringify(open(Buffer.from(hex, 'hex'))));
}

export const NULL: JsonText = ['null'];
/** An expression of type text that is JSON already and never null. */
export const expression = (sql: string): JsonText => [{ sql }];
/** The same for one that may be null, which it becomes. */
export const orNull = (sql: string): JsonText => expression(`coalesce(${sql}, 'null')`);
/** The same for one that must not be null: a null vetoes the answer. */
export const orVeto = (sql: string): JsonText => expression(`coalesce(${sql}, ${VETO_SQL})`);

/** Pieces one after the other; neighbouring literals become one. */
export function joined(...texts: readonly JsonText[]): JsonText {
  const pieces: Piece[] = [];
  for (const piece of texts.flat()) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** The text as one SQL expression. */
export function textSql(text: JsonText): string {
  const parts = joined(text).map((piece) => (typeof piece === 'string' ? quoted(piece) : piece.sql));
  if (parts.length === 0) return `''`;
  return parts.length === 1 ? `${parts[0]!}::text` : `(${parts.join(' || ')})`;
}

/** `{"a":…,"b":…}`. */
export function objectText(fields: readonly (readonly [key: string, value: JsonText])[]): JsonText {
  const parts = fields.map(([key, value], index) =>
    joined([`${index === 0 ? '' : ','}${JSON.stringify(key)}:`], value),
  );
  return joined(['{'], ...parts, ['}']);
}

/** `text` where the condition holds, otherwise `null` or what is given instead. */
export function whereHolds(condition: string, text: JsonText, otherwise: JsonText = NULL): JsonText {
  if (condition === 'true') return text;
  if (condition === 'false') return otherwise;
  return expression(`CASE WHEN ${condition} THEN ${textSql(text)} ELSE ${textSql(otherwise)} END`);
}

/** A list of JSON texts, one a row: `[…]`. For a select list; the rows come in their order. */
export const listSql = (row: string, filter = ''): string =>
  `'[' || coalesce(string_agg(coalesce(${row}, ${VETO_SQL}), ',')${filter}, '') || ']'`;
