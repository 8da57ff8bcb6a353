import { Field } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import { columnName } from '../predicate-sql.ts';
import type { ReadField } from '../field.ts';
import { expression, NULL, orNull, orVeto, textSql, whereHolds } from '../json-text.ts';
import { Place } from '../place.ts';
import { byKey } from '../rows.ts';
import { below } from '../selected.ts';
import { sees, type Shape } from '../shape.ts';
import { writeObject } from '../write-object.ts';

export interface OneOptions {
  /** The property that holds the other's key. */
  readonly by: string;
  readonly nullable?: boolean;
  /** To whom it is shown; null to others. */
  readonly when?: Predicate;
}

/** The row that a property names. */
export function one(shape: () => Shape, about: string, { by, nullable = false, when }: OneOptions): ReadField {
  return {
    declare: (prototype, name) =>
      Field(() => shape().type, { nullable: nullable || when !== undefined, description: about })(prototype, name),
    properties: [by],
    conditions: when ? [when] : [],
    resolve(view, _given, context) {
      const key = view[by];
      if (key === null || (when && !sees(view, when, context.viewer))) return null;
      return context.load(byKey(shape()), key as string);
    },
    write(place, selected) {
      if (when && place.holds(when) === 'false') return NULL;
      const other = new Place(place.statement, shape());
      const object = orVeto(textSql(writeObject(other, below(selected))));
      const from = other.from({ where: [`${other.column(shape().key!)} = ${place.row}.${columnName(by)}`] });
      const found = `(SELECT ${textSql(object)} FROM ${from})`;
      const shown = nullable ? orNull(found) : expression(found);
      return when ? whereHolds(place.holds(when), shown) : shown;
    },
  };
}
