import { Arg, Field, Float, Int, ObjectType, Query } from 'type-graphql';
import { argumentsOf } from '../arguments.ts';
import type { Filter } from '../condition.ts';
import { Given } from '../given.ts';
import { classNamed } from '../../graphql/input.ts';
import { expression, listSql, objectText, orNull, textSql, type JsonText } from '../json-text.ts';
import { Statement } from '../place.ts';
import { readRows } from '../rows.ts';
import { below } from '../selected.ts';
import { METHOD, type RootField } from './root-field.ts';

export interface Figure {
  readonly type: () => NonNullable<unknown>;
  readonly about: string;
  /** There may be nothing to say. */
  readonly nullable?: boolean;
}

/** A whole number of a figure. */
export const count = (about: string): Figure => ({ type: () => Int, about });
/** A number with a fraction, or nothing: a share of what does not exist, a median of too few. */
export const share = (about: string): Figure => ({ type: () => Float, about, nullable: true });
/** A text. */
export const word = (about: string, { nullable = false } = {}): Figure => ({ type: () => String, about, nullable });

/** An argument; one without a usual value must be given. */
export interface Asked {
  readonly type: () => NonNullable<unknown>;
  readonly about: string;
  readonly nullable?: boolean;
  readonly usual?: unknown;
}

export interface Figures {
  readonly about: string;
  /** The GraphQL type of a row, and its columns as the select names them. */
  readonly row: { readonly name: string; readonly about: string; readonly columns: Readonly<Record<string, Figure>> };
  readonly filter?: Filter;
  /** Arguments beside the filter. */
  readonly asks?: Readonly<Record<string, Asked>>;
  /** A select of the columns, in the order in which they are shown. Null: nothing for this viewer. */
  select(statement: Statement, given: (name: string) => Given): string | null;
}

/** Rows that a select works out: counts, sums. Numbers come as they are, everything else as text. */
export function figures({ about, row, filter, asks = {}, select }: Figures): RootField {
  const type = classNamed(row.name);
  ObjectType(row.name, { description: row.about, simpleResolvers: true })(type);
  for (const [name, column] of Object.entries(row.columns))
    Field(column.type as never, { description: column.about, nullable: column.nullable ?? false })(
      type.prototype as object,
      name,
    );
  const written = (name: string): JsonText => {
    const { type: of, nullable } = row.columns[name]!;
    const sql = of() === Int ? `f."${name}"::text` : `to_json(f."${name}")::text`;
    return nullable ? orNull(sql) : expression(sql);
  };
  return {
    declare(prototype, name) {
      Query(() => [type], { description: about })(prototype, name, METHOD);
      const description = '筛选条件 — Which ones.';
      if (filter) Arg('filter', () => filter.type, { nullable: true, description })(prototype, name, 0);
      for (const [place, [argument, asked]] of Object.entries(asks).entries())
        declareAsked(asked, argument)(prototype, name, place + (filter ? 1 : 0));
    },
    resolve(args, context) {
      const statement = new Statement(context.viewer);
      const sql = select(statement, (name) =>
        name in asks ? Given.of(args[name], name) : Given.of(args['filter'], 'filter').field(name),
      );
      return sql === null ? [] : readRows(sql, statement.parameters, context);
    },
    write(statement, selected) {
      const { given } = argumentsOf(selected);
      const sql = select(statement, (name) => (name in asks ? given(name) : given('filter').field(name)));
      if (sql === null) return { sql: `SELECT '[]' AS j` };
      const object = objectText(
        below(selected).map(({ key, name, parent }) => [
          key,
          name === '__typename' ? [JSON.stringify(parent)] : written(name),
        ]),
      );
      return { sql: `SELECT ${listSql(textSql(object))} AS j FROM (${sql}) f` };
    },
  };
}

const declareAsked = ({ type, about, nullable = false, usual }: Asked, name: string) =>
  Arg(name, type as never, {
    description: about,
    ...(nullable && { nullable }),
    ...(usual !== undefined && { defaultValue: usual }),
  });
