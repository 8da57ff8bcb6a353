import { Arg, Args, Field } from 'type-graphql';
import { connectionOf, Page, readPage, type PageRequest } from '../../graphql/connection.ts';
import { argumentsOf } from '../arguments.ts';
import type { ReadField } from '../field.ts';
import type { Given } from '../given.ts';
import { expression } from '../json-text.ts';
import { pageSql } from '../page.ts';
import type { Parameters } from '../parameters.ts';
import { Place } from '../place.ts';
import type { Relation } from '../rows.ts';
import type { Shape, View } from '../shape.ts';
import type { Sort } from '../sort.ts';
import { viewsOf } from './many.ts';
import { loadersOf } from './paged-rows.ts';

export interface PagedOptions {
  /** The shape that declares the field. */
  readonly of: () => Shape;
  /** What the connection is a list of, for people. */
  readonly label: string;
  readonly on: Relation['on'];
  readonly sort: Sort;
  /** An argument on which the rows depend. */
  readonly argument: { readonly name: string; readonly type: () => NonNullable<unknown>; readonly about: string };
  where(it: string, given: Given, parameters: Parameters): string;
}

/** Rows that hang on this one, page by page. */
export function paged(shape: () => Shape, about: string, options: PagedOptions): ReadField {
  const { of, label, on, sort, argument, where } = options;
  const { rows, counts } = loadersOf(shape, options);
  return {
    declare(prototype, name) {
      const type = connectionOf(() => shape().type, shape().name, label);
      Field(() => type, { description: about })(prototype, name, { value: () => undefined });
      Arg(argument.name, argument.type as never, { nullable: true, description: argument.about })(prototype, name, 0);
      Args(() => Page)(prototype, name, 1);
    },
    get properties() {
      return [of().key!];
    },
    conditions: [],
    resolve(view, given, context, info) {
      const asked = (position: readonly unknown[] | null, limit: number) =>
        JSON.stringify({ key: view[of().key!], argument: given[argument.name] ?? null, position, limit });
      const request: PageRequest<View> = {
        ...{ page: { first: given['first'], after: given['after'] } as Page, order: sort.name },
        position: (one) => sort.keys.map((key) => key.of(one)),
        rows: async (position, limit) =>
          viewsOf(await context.load(rows, asked(position, limit)), { shape: shape(), lends: {}, view, context }),
        count: () => context.load(counts, asked(null, 0)),
      };
      return readPage(request, info);
    },
    write(place, selected) {
      const { given } = argumentsOf(selected);
      const list = () => {
        const it = new Place(place.statement, shape());
        const { parameters } = place.statement;
        return { it, where: [on(place.row, it.row, parameters), where(it.row, given(argument.name), parameters)] };
      };
      const page = { first: given('first'), after: given('after') };
      return expression(`(${pageSql({ rows: list, sort }, page, selected)})`);
    },
  };
}
