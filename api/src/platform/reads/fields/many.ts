import { Arg, Field, Int } from 'type-graphql';
import { GraphQLError } from 'graphql';
import type { Predicate, Values } from '../../../kernel/predicate.ts';
import type { Context, Loading } from '../../graphql/context.ts';
import { argumentsOf } from '../arguments.ts';
import type { ReadField } from '../field.ts';
import { expression, listSql, textSql, whereHolds } from '../json-text.ts';
import { Place, type Lent } from '../place.ts';
import { readRelated, type Relation } from '../rows.ts';
import { below } from '../selected.ts';
import { sees, viewOf, type Shape, type View } from '../shape.ts';
import { writeObject } from '../write-object.ts';

export interface ManyOptions extends Partial<Pick<Relation, 'lends' | 'where' | 'visible'>> {
  /** The shape that declares the field. */
  readonly of: () => Shape;
  readonly on: Relation['on'];
  readonly order: Relation['order'];
  /** At most so many, whoever asks. */
  readonly limit?: number;
  /** How many the caller asks for, `first: Int = usual`. */
  readonly first?: { readonly usual: number; readonly most: number };
  /** To whom they are shown; none to others. */
  readonly when?: Predicate;
}

/** Rows that hang on this one. */
export function many(shape: () => Shape, about: string, options: ManyOptions): ReadField {
  const { of, on, order, where, visible, lends = {}, first, when } = options;
  const relation = (limit?: number): Relation => ({
    ...{ parent: of(), shape: shape(), on, order, lends },
    ...(where && { where }),
    ...(visible && { visible }),
    ...(limit !== undefined && { limit }),
  });
  const loads = new Map<number | undefined, Loading<string, readonly Values[]>>();
  const loading = (limit?: number): Loading<string, readonly Values[]> => {
    const known = loads.get(limit) ?? ((keys, context) => readRelated(relation(limit), keys, context));
    loads.set(limit, known);
    return known;
  };
  return {
    declare(prototype, name) {
      Field(() => [shape().type], { description: about })(prototype, name, { value: () => undefined });
      if (first) declareFirst(prototype, name, first);
    },
    get properties() {
      return [of().key!];
    },
    conditions: [...(when ? [when] : []), ...Object.values(lends)],
    async resolve(view, given, context) {
      if (when && !sees(view, when, context.viewer)) return [];
      const rows = await context.load(loading(limitOf(options, given)), view[of().key!] as string);
      const views = viewsOf(rows, { shape: shape(), lends, view, context });
      return visible ? views.filter((one) => sees(one, visible, context.viewer)) : views;
    },
    write(place, selected) {
      // A value that GraphQL does not take is refused to those, too, to whom nothing is shown.
      const given = first ? { first: argumentsOf(selected).given('first').known<number>() } : {};
      // What is not shown is not written: a parameter that the text does not hold is refused by PostgreSQL.
      if (when && place.holds(when) === 'false') return ['[]'];
      const limit = limitOf(options, given);
      const it = new Place(place.statement, shape(), lentTo(place, lends));
      const object = textSql(writeObject(it, below(selected)));
      const conditions = [
        ...(visible ? [it.condition(visible)] : []),
        on(place.row, it.row, place.statement.parameters),
        ...(where ? [where(it.row, place.statement.parameters)] : []),
      ];
      const from = it.from({
        ...{ where: conditions, order: order(it.row, place.row) },
        ...(limit !== undefined && { limit }),
      });
      const list = expression(`(SELECT ${listSql(object)} FROM ${from})`);
      return when ? whereHolds(place.holds(when), list, ['[]']) : list;
    },
  };
}

function declareFirst(prototype: object, name: string, { usual, most }: { usual: number; most: number }): void {
  const description = `条数 — How many, 1 to ${String(most)}.`;
  Arg('first', () => Int, { defaultValue: usual, description })(prototype, name, 0);
}

function limitOf({ limit, first }: ManyOptions, given: Readonly<Record<string, unknown>>): number | undefined {
  if (!first) return limit;
  const asked = given['first'] as number;
  if (asked < 1 || asked > first.most)
    throw new GraphQLError(`“first”应在1到${String(first.most)}之间。`, { extensions: { code: 'BAD_USER_INPUT' } });
  return asked;
}

interface Hanging {
  readonly shape: Shape;
  readonly lends: Readonly<Record<string, Predicate>>;
  readonly view: View;
  readonly context: Context;
}

/** Rows as the viewer may see them, with what the row on which they hang lends. */
export function viewsOf(rows: readonly Values[], { shape, lends, view, context: { viewer } }: Hanging): View[] {
  const lent = Object.fromEntries(Object.entries(lends).map(([link, lends_]) => [link, sees(view, lends_, viewer)]));
  return rows.flatMap((row) => viewOf(shape, row, lent, viewer) ?? []);
}

/** The same in SQL. */
export const lentTo = (place: Place, lends: Readonly<Record<string, Predicate>>): Lent =>
  Object.fromEntries(Object.entries(lends).map(([link, predicate]) => [link, place.holds(predicate)]));
