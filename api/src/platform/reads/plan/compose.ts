import { getNamedType, getNullableType, isLeafType, isListType, isObjectType, type GraphQLOutputType } from 'graphql'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import type { Context } from '../../graphql/context.ts';
import { NotPlannable } from '../field.ts';
import { orNull, orVeto, textSql } from '../json-text.ts';
import { Place, Statement } from '../place.ts';
import { RowRef } from '../row-ref.ts';
import { below, type Selected } from '../selected.ts';
import { shapeNamed, type Shape } from '../shape.ts';
import { writeObject } from '../write-object.ts';
import { planOf, type Plan } from './compile.ts';

const KEY = '~key';

/** A plan for one row of a shape, whose key comes with each asking. */
export function compileRow(shape: Shape, selected: Selected, viewer: Viewer): Plan {
  const statement = new Statement(viewer);
  const it = new Place(statement, shape);
  const object = textSql(orVeto(textSql(writeObject(it, below(selected)))));
  const key = statement.parameters.from(KEY, shape.keyType, ({ variables }) => variables[KEY]);
  const from = it.from({ where: [`${it.column(shape.key!)} = ${key}`] });
  return planOf(`SELECT ${textSql(orNull(`(SELECT ${object} FROM ${from})`))} AS j`, statement.parameters, []);
}

/** The variables of an asking for a row. */
export const withKey = (variables: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> => ({
  ...variables,
  [KEY]: key,
});

/** Answers for a row: JSON text, or null when the general executor must. */
export type RowText = (row: RowRef, selected: Selected, context: Context) => Promise<string | null>;

/** Is everything that is selected of a value either at hand or a row? Rows stand where `rows` says. */
export function isComposable(selected: Selected, rows: readonly string[]): boolean {
  return below(selected).every(({ name, field }) => {
    const type = field && getNamedType(field.type);
    return !type || !shapeNamed(type.name) || rows.includes(name);
  });
}

/** JSON text of a value as selected: what is at hand is written as it is, rows by their plans. Throws `NotPlannable`. */
export async function composed(
  value: unknown,
  selected: Selected,
  rowText: RowText,
  context: Context,
): Promise<string> {
  const object = async (of: Readonly<Record<string, unknown>>, at: Selected): Promise<string> => {
    const parts = await Promise.all(
      below(at).map(async (field) => `${JSON.stringify(field.key)}:${await one(of, field)}`),
    );
    return `{${parts.join(',')}}`;
  };
  const one = async (of: Readonly<Record<string, unknown>>, field: Selected): Promise<string> => {
    if (!field.field) return JSON.stringify(field.parent);
    return text(of[field.name], field.field.type, field);
  };
  const text = async (of: unknown, declared: GraphQLOutputType, at: Selected): Promise<string> => {
    const type = getNullableType(declared);
    if (of === null || of === undefined) return 'null';
    if (of instanceof RowRef) return (await rowText(of, at, context)) ?? vetoed(at);
    if (isListType(type))
      return `[${(await Promise.all((of as unknown[]).map((item) => text(item, type.ofType as GraphQLOutputType, at)))).join(',')}]`;
    if (isLeafType(type)) return JSON.stringify(type.serialize(of));
    return isObjectType(type) && !shapeNamed(type.name)
      ? object(of as Readonly<Record<string, unknown>>, at)
      : vetoed(at);
  };
  return text(value, selected.field!.type, selected);
}

function vetoed({ name }: Selected): never {
  throw new NotPlannable(name);
}
