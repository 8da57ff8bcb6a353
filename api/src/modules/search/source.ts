import { GraphQLError } from 'graphql';
import { searchForm } from '../../kernel/text.ts';
import type { Given } from '../../platform/reads/given.ts';
import { textSql } from '../../platform/reads/json-text.ts';
import { Place, type Statement } from '../../platform/reads/place.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import type { Shape } from '../../platform/reads/shape.ts';
import type { SearchNoun } from './search.choice.ts';

/** How things of one kind are found, and what is told of them. All of it speaks of rows that the viewer may see anyway. */
export interface Source {
  readonly shape: Shape;
  /** The condition that a row is found. Words that are not shown to the viewer must not be found either. */
  where(it: Place, text: Given): string;
  /** What comes first, as SQL of ORDER BY. */
  order(it: Place, text: Given): string;
  /** How it is called, and what it is known by beside that: SQL of texts. */
  title(it: Place): string;
  about(it: Place): string;
  /** How it stands, in words: SQL of a text, null where there is nothing to say. */
  state(it: Place): string;
}

/** A field of the row as the viewer may read it, mask and all, as SQL of a text. */
export function shown(it: Place, field: string): string {
  const json = it.shape.fields.get(field)!.write(it, undefined as never);
  return `((${textSql(json)})::json #>> '{}')`;
}

/** The words for the values of a column. */
export const worded = (
  column: string,
  words: Readonly<Record<string, readonly [label: string, ...unknown[]]>>,
): string =>
  `(${quoted(JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, [label]]) => [key, label]))))}::jsonb ->> ${column})`;

/** The label of the division whose code this is. */
export const labelSql = (code: string): string => `(SELECT d.label FROM division d WHERE d.code = ${code})`;

/** Parts that are there, one after the other. */
export const line = (...parts: readonly string[]): string => `concat_ws(' · ', ${parts.join(', ')})`;

const FEWEST = 2;
const MOST = 60;

function wordsOf(text: unknown): string {
  const words = (text as string).trim();
  const length = [...words].length;
  if (length < FEWEST || length > MOST)
    throw new GraphQLError('搜索内容应为2至60个字。', { extensions: { code: 'BAD_USER_INPUT' } });
  return searchForm(words);
}

const FORM = { name: 'form', to: wordsOf };
const WITHIN = { name: 'within', to: (text: unknown) => `%${wordsOf(text).replaceAll(/[\\%_]/g, '\\$&')}%` };

/** SQL of the words that were given, in the form in which names are compared. */
export const formSql = (it: Place, text: Given): string => it.value(text, 'text', FORM);
/** Is a text found within a column that is kept in that form, or within one as people wrote it? */
export const within = (column: string, it: Place, text: Given): string =>
  `${column} LIKE ${it.value(text, 'text', WITHIN)}`;
export const inWriting = (column: string, it: Place, text: Given): string =>
  `${column} ILIKE ${it.value(text, 'text', WITHIN)}`;

/** The first hits of a source as a select of one row each; null where the viewer sees nothing of the kind. */
export function hitsSql(
  noun: SearchNoun,
  source: Source,
  { statement, text, first, place }: Search & { place: number },
): string | null {
  const it = new Place(statement, source.shape);
  if (it.condition(source.shape.visible) === 'false') return null;
  const columns = [
    `${quoted(noun)} AS noun`,
    `${it.column('id')}::text AS id`,
    `${source.title(it)} AS title`,
    `${source.about(it)} AS about`,
    `${source.state(it)} AS "stateLabel"`,
  ];
  const order = source.order(it, text);
  const from = it.from({ where: [source.where(it, text)], order, limit: first, wayByWay: true });
  return `(SELECT ${columns.join(', ')}, ${String(place)} AS place, row_number() OVER (ORDER BY ${order}) AS rank FROM ${from})`;
}

export interface Search {
  readonly statement: Statement;
  readonly text: Given;
  readonly first: number;
}
