import { getNamedType, getNullableType, isLeafType, isListType, isObjectType, type GraphQLOutputType } from 'graphql'; // prettier-ignore
import type { Values } from '../../../kernel/predicate.ts';
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
export function composed(value: unknown, selected: Selected, rowText: RowText, context: Context): Promise<string> {
  return new Composing(rowText, context).text(value, selected.field!.type, selected);
}

class Composing {
  constructor(
    private readonly rowText: RowText,
    private readonly context: Context,
  ) {}

  async text(value: unknown, declared: GraphQLOutputType, at: Selected): Promise<string> {
    const type = getNullableType(declared);
    if (value === null || value === undefined) return 'null';
    if (value instanceof RowRef) return this.row(value, at);
    if (isListType(type)) return this.list(value as readonly unknown[], type.ofType, at);
    if (isLeafType(type)) return JSON.stringify(type.serialize(value));
    return isObjectType(type) && !shapeNamed(type.name) ? this.object(value as Values, at) : vetoed(at);
  }

  private async row(row: RowRef, at: Selected): Promise<string> {
    return (await this.rowText(row, at, this.context)) ?? vetoed(at);
  }

  private async list(items: readonly unknown[], type: GraphQLOutputType, at: Selected): Promise<string> {
    const texts = await Promise.all(items.map((item) => this.text(item, type, at)));
    return `[${texts.join(',')}]`;
  }

  private async object(value: Values, at: Selected): Promise<string> {
    const fields = below(at).map(async ({ key, parent, ...rest }) => {
      const { field, name } = rest;
      const text = field ? await this.text(value[name], field.type, { key, parent, ...rest }) : JSON.stringify(parent);
      return `${JSON.stringify(key)}:${text}`;
    });
    return `{${(await Promise.all(fields)).join(',')}}`;
  }
}

function vetoed({ name }: Selected): never {
  throw new NotPlannable(name);
}
