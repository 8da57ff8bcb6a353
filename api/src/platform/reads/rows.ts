import { all, always, settle, speaksOf, type Predicate, type Values } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Context, Loading } from '../graphql/context.ts';
import { Parameters } from './parameters.ts';
import { columnName, linkValue, predicateSql, type LinkSql } from './predicate-sql.ts';
import { statementNames } from './statement-names.ts';
import { linkColumn, viewOf, type Shape, type View } from './shape.ts';

/** Viewers of one kind get the same statements. */
export const kindOf = ({ kind, personId, post }: Viewer): string =>
  `${kind}:${post?.role ?? ''}:${personId === null ? '' : 'P'}`;

interface Needs {
  readonly properties: readonly string[];
  readonly links: readonly string[];
}

const needs = new WeakMap<Shape, Map<string, Needs>>();

/** What the general executor reads of a row, and of the links only those on which something depends for this viewer. */
function needsOf(shape: Shape, viewer: Viewer): Needs {
  const known = needs.get(shape) ?? new Map<string, Needs>();
  needs.set(shape, known);
  const kind = kindOf(viewer);
  const needed = known.get(kind) ?? gather(shape, viewer);
  known.set(kind, needed);
  return needed;
}

function gather(shape: Shape, viewer: Viewer): Needs {
  const fields = [...shape.fields.values()];
  const conditions = [shape.visible, ...fields.flatMap((field) => field.conditions)];
  const spoken = conditions.map((condition) => speaksOf(settle(condition, viewer)));
  const properties = [
    ...(shape.key === null ? [] : [shape.key]),
    ...[...shape.also, ...fields.flatMap((field) => field.properties), ...spoken.flatMap(({ columns }) => columns)],
  ];
  const links = spoken.flatMap((of) => of.links).filter((link) => link in shape.links);
  return { properties: [...new Set(properties)], links: [...new Set(links)] };
}

/** The select list of a row of `alias`. */
export function columnsOf(shape: Shape, alias: string, viewer: Viewer, parameters: Parameters): string {
  const { properties, links } = needsOf(shape, viewer);
  return [
    ...properties.map((property) => `${alias}.${columnName(property)} AS "${property}"`),
    ...links.map((link) => `${linkValue(shape.links[link]!)(alias, parameters, viewer)} AS "${linkColumn(link)}"`),
  ].join(', ');
}

/** Runs a statement of this call alone. */
export function readRows(text: string, parameters: Parameters, { house, viewer, now }: Context): Promise<Values[]> {
  const finished = parameters.finish(text);
  const values = finished.bind({ viewer, now, variables: {} });
  return house.database.query<Values>(statementNames.of(finished.text), finished.text, values);
}

const byKeys = new WeakMap<Shape, Loading<string, View | null>>();

/** Rows by their keys, one statement for many; null where there is none for the viewer. */
export function byKey(shape: Shape): Loading<string, View | null> {
  const known = byKeys.get(shape) ?? loadingByKey(shape);
  byKeys.set(shape, known);
  return known;
}

function loadingByKey(shape: Shape): Loading<string, View | null> {
  const { key } = shape;
  if (key === null) throw new Error(`${shape.name} has no key`);
  return async (keys, context) => {
    const { viewer } = context;
    const parameters = new Parameters();
    const wanted = parameters.add(keys, `${shape.keyType}[]`);
    const columns = columnsOf(shape, 'it', viewer, parameters);
    const text = `SELECT ${columns} FROM ${shape.table} it WHERE it.${columnName(key)} = ANY (${wanted})`;
    const rows = await readRows(text, parameters, context);
    const found = new Map(rows.map((row) => [row[key], row]));
    return keys.map((wantedKey) => {
      const row = found.get(wantedKey);
      return row ? viewOf(shape, row, {}, viewer) : null;
    });
  };
}

/** What a relation reads: rows of `shape` that hang on a row `me` of `parent`. */
export interface Relation {
  readonly parent: Shape;
  readonly shape: Shape;
  /** Joins the two. */
  readonly on: (me: string, it: string, parameters: Parameters) => string;
  readonly order: (it: string, me: string) => string;
  /** Conditions of the parent's row, on which the rights over the rows depend. */
  readonly lends: Readonly<Record<string, Predicate>>;
  /** Who may see them, where that depends on the relation. */
  readonly visible?: Predicate;
  /** A condition on the rows beside who may see them. */
  readonly where?: (it: string, parameters: Parameters) => string;
  readonly limit?: number;
}

/** Rows that hang on those of a parent, one statement for many parents. Keys are the parents'. Not yet views. */
export async function readRelated(
  relation: Relation,
  keys: readonly string[],
  context: Context,
): Promise<readonly (readonly Values[])[]> {
  const { parent, shape, order, limit } = relation;
  const { viewer } = context;
  const parameters = new Parameters();
  const wanted = parameters.add(keys, `${parent.keyType}[]`);
  const key = columnName(parent.key!);
  const conditions = conditionsOf(relation, viewer, parameters);
  const text = `SELECT me.${key} AS "~key", found.* FROM ${parent.table} me CROSS JOIN LATERAL (
      SELECT ${columnsOf(shape, 'it', viewer, parameters)}, row_number() OVER (ORDER BY ${order('it', 'me')}) AS "~place" FROM ${shape.table} it
      WHERE ${conditions} ORDER BY "~place"${limit === undefined ? '' : ` LIMIT ${parameters.add(limit, 'int')}`}) found
    WHERE me.${key} = ANY (${wanted}) ORDER BY found."~place"`;
  const rows = await readRows(text, parameters, context);
  const byParent = Map.groupBy(rows, (row) => row['~key']);
  return keys.map((parentKey) => byParent.get(parentKey) ?? []);
}

function conditionsOf(relation: Relation, viewer: Viewer, parameters: Parameters): string {
  const { shape, on, where, visible = always } = relation;
  const links = { ...shape.links, ...lentSql(relation) };
  return [
    on('me', 'it', parameters),
    predicateSql(all(shape.visible, visible), viewer, { alias: 'it', links }, parameters),
    ...(where ? [where('it', parameters)] : []),
  ].join(' AND ');
}

/** How many rows hang on each parent. */
export async function countRelated(relation: Relation, keys: readonly string[], context: Context): Promise<number[]> {
  const parameters = new Parameters();
  const { parent, shape } = relation;
  const wanted = parameters.add(keys, `${parent.keyType}[]`);
  const conditions = conditionsOf(relation, context.viewer, parameters);
  const text = `SELECT (SELECT count(*) FROM ${shape.table} it WHERE ${conditions}) AS count
    FROM unnest(${wanted}) WITH ORDINALITY AS w (key, place) JOIN ${parent.table} me ON me.${columnName(parent.key!)} = w.key ORDER BY w.place`;
  const rows = await readRows(text, parameters, context);
  return rows.map((row) => row['count'] as number);
}

function lentSql({ parent, lends }: Relation): Record<string, LinkSql> {
  const written = Object.entries(lends).map(([link, predicate]): [string, LinkSql] => [
    link,
    (_it, parameters, viewer) => predicateSql(predicate, viewer, { alias: 'me', links: parent.links }, parameters),
  ]);
  return Object.fromEntries(written);
}
