import { Arg, Query } from 'type-graphql';
import { argumentsOf } from '../arguments.ts';
import { Given } from '../given.ts';
import { orNull, orVeto, textSql } from '../json-text.ts';
import { Place, Statement } from '../place.ts';
import { columnsOf, readRows } from '../rows.ts';
import { below } from '../selected.ts';
import { viewOf, type Shape } from '../shape.ts';
import { writeObject } from '../write-object.ts';
import { METHOD, type RootField } from './root-field.ts';

export interface OneRow {
  readonly about: string;
  /** The argument that names the row. */
  readonly argument: string;
  readonly type: () => NonNullable<unknown>;
  readonly argumentAbout: string;
  /** Condition that a row is the one that was named. */
  where(it: Place, given: Given): string;
}

/** A row by a name of its own; null where there is none for the viewer. */
export function oneRow(shape: Shape, { about, argument, type, argumentAbout, where }: OneRow): RootField {
  return {
    declare(prototype, name) {
      Query(() => shape.type, { nullable: true, description: about })(prototype, name, METHOD);
      Arg(argument, type as never, { description: argumentAbout })(prototype, name, 0);
    },
    async resolve(given, context) {
      const it = new Place(new Statement(context.viewer), shape);
      const { parameters } = it.statement;
      const condition = where(it, Given.of(given[argument], argument));
      const columns = columnsOf(shape, it.row, context.viewer, parameters);
      const text = `SELECT ${columns} FROM ${shape.table} ${it.row} WHERE ${condition}`;
      const [row] = await readRows(text, parameters, context);
      return row ? viewOf(shape, row, {}, context.viewer) : null;
    },
    write(statement, selected) {
      const it = new Place(statement, shape);
      const object = textSql(orVeto(textSql(writeObject(it, below(selected)))));
      const from = it.from({ where: [where(it, argumentsOf(selected).given(argument))] });
      return { sql: `SELECT ${textSql(orNull(`(SELECT ${object} FROM ${from})`))} AS j` };
    },
  };
}
