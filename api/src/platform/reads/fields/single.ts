import { Field } from 'type-graphql';
import type { Loading } from '../../graphql/context.ts';
import type { Values } from '../../../kernel/predicate.ts';
import type { ReadField } from '../field.ts';
import { orNull, orVeto, textSql } from '../json-text.ts';
import { Place } from '../place.ts';
import { readRelated, type Relation } from '../rows.ts';
import { below } from '../selected.ts';
import type { Shape } from '../shape.ts';
import { writeObject } from '../write-object.ts';
import { viewsOf } from './many.ts';

export interface SingleOptions {
  /** The shape that declares the field. */
  readonly of: () => Shape;
  readonly on: Relation['on'];
  /** Which one, should there be several. */
  readonly order: Relation['order'];
}

/** The one row that names this one, or null. */
export function single(shape: () => Shape, about: string, { of, on, order }: SingleOptions): ReadField {
  const relation = (): Relation => ({ ...{ parent: of(), shape: shape(), on, order, lends: {} }, limit: 1 });
  const loading: Loading<string, readonly Values[]> = (keys, context) => readRelated(relation(), keys, context);
  return {
    declare: (prototype, name) => Field(() => shape().type, { nullable: true, description: about })(prototype, name),
    get properties() {
      return [of().key!];
    },
    conditions: [],
    async resolve(view, _given, context) {
      const rows = await context.load(loading, view[of().key!] as string);
      return viewsOf(rows, { shape: shape(), lends: {}, view, context })[0] ?? null;
    },
    write(place, selected) {
      const it = new Place(place.statement, shape());
      const object = textSql(orVeto(textSql(writeObject(it, below(selected)))));
      const where = [on(place.row, it.row, place.statement.parameters)];
      const from = it.from({ where, order: order(it.row, place.row), limit: 1 });
      return orNull(`(SELECT ${object} FROM ${from})`);
    },
  };
}
