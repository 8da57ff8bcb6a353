import { Arg, Query } from 'type-graphql';
import { argumentsOf } from '../arguments.ts';
import { Given } from '../given.ts';
import { listSql, textSql } from '../json-text.ts';
import { Place, Statement } from '../place.ts';
import { columnsOf, readRows } from '../rows.ts';
import { below } from '../selected.ts';
import { viewOf, type Shape } from '../shape.ts';
import { orderSql, type Sort } from '../sort.ts';
import { writeObject } from '../write-object.ts';
import { METHOD, type RootField } from './root-field.ts';

export interface WholeList {
  readonly about: string;
  /** A switch that the caller may set. */
  readonly argument: string;
  readonly usual: boolean;
  readonly argumentAbout: string;
  where(it: Place, given: Given): string;
  readonly sort: Sort;
  readonly limit: number;
}

/** A short list that is read as a whole. */
export function wholeList(shape: Shape, options: WholeList): RootField {
  const { about, argument, usual, argumentAbout, where, sort, limit } = options;
  const rows = (it: Place, given: Given) => ({ where: [where(it, given)], order: orderSql(sort, it.row), limit });
  return {
    declare(prototype, name) {
      Query(() => [shape.type], { description: about })(prototype, name, METHOD);
      Arg(argument, () => Boolean, { defaultValue: usual, description: argumentAbout })(prototype, name, 0);
    },
    async resolve(args, context) {
      const it = new Place(new Statement(context.viewer), shape);
      const { parameters } = it.statement;
      const from = it.from(rows(it, Given.of(args[argument], argument)));
      const text = `SELECT ${columnsOf(shape, it.row, context.viewer, parameters)} FROM ${from}`;
      const found = await readRows(text, parameters, context);
      return found.flatMap((row) => viewOf(shape, row, {}, context.viewer) ?? []);
    },
    write(statement, selected) {
      const it = new Place(statement, shape);
      const object = textSql(writeObject(it, below(selected)));
      return { sql: `SELECT ${listSql(object)} AS j FROM ${it.from(rows(it, argumentsOf(selected).given(argument)))}` };
    },
  };
}
