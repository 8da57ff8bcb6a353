import { Arg, Args, Field } from 'type-graphql';
import type { Values } from '../../../kernel/predicate.ts';
import { assertSize, connectionOf, decodeCursor, encodeCursor, Page } from '../../graphql/connection.ts';
import type { Context, Loading } from '../../graphql/context.ts';
import { selects } from '../../graphql/selection.ts';
import { argumentsOf } from '../arguments.ts';
import type { ReadField } from '../field.ts';
import { Given } from '../given.ts';
import { expression } from '../json-text.ts';
import { pageSql } from '../page.ts';
import type { Parameters } from '../parameters.ts';
import { Place } from '../place.ts';
import { countRelated, readRelated, type Relation } from '../rows.ts';
import type { Shape } from '../shape.ts';
import { afterSql, orderSql, type Sort } from '../sort.ts';
import { viewsOf } from './many.ts';

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

/** What the general executor asks for one parent, as the key of a loader. */
interface Asked {
  readonly key: string;
  readonly argument: unknown;
  readonly position: readonly unknown[] | null;
  readonly limit: number;
}

/** Rows that hang on this one, page by page. */
export function paged(shape: () => Shape, about: string, options: PagedOptions): ReadField {
  const { of, label, on, sort, argument, where } = options;
  const relation = ({ argument: value, position, limit }: Asked): Relation => ({
    ...{ parent: of(), shape: shape(), on, order: (it) => orderSql(sort, it), lends: {}, limit },
    where: (it, parameters) =>
      [
        where(it, Given.of(value, argument.name), parameters),
        ...(position ? [afterSql(sort, it, (index, type) => parameters.add(position[index], type))] : []),
      ].join(' AND '),
  });
  const rows: Loading<string, readonly Values[]> = (keys, context) =>
    byRest(keys, (asked, parents) => readRelated(relation(asked), parents, context));
  const counts: Loading<string, number> = (keys, context) =>
    byRest(keys, (asked, parents) => countRelated(relation(asked), parents, context));
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
    async resolve(view, given, context: Context, info) {
      const page = { first: given['first'], after: given['after'] } as Page;
      assertSize(page);
      const position = page.after?.trim() ? decodeCursor(sort.name, page.after) : null;
      const asked: Asked = {
        ...{ key: view[of().key!] as string, argument: given[argument.name] ?? null },
        ...{ position, limit: page.first + 1 },
      };
      const [found, totalCount] = await Promise.all([
        context.load(rows, JSON.stringify(asked)),
        selects(info, 'totalCount')
          ? context.load(counts, JSON.stringify({ ...asked, position: null, limit: 0 }))
          : null,
      ]);
      const views = viewsOf(found, { shape: shape(), lends: {}, view, context }).slice(0, page.first);
      const cursorOf = (of_: (typeof views)[number]) =>
        encodeCursor(
          sort.name,
          sort.keys.map((key) => key.of(of_)),
        );
      const edges = views.map((node) => ({ node, cursor: cursorOf(node) }));
      const pageInfo = {
        ...{ hasNextPage: found.length > page.first, hasPreviousPage: position !== null },
        ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
      };
      return { edges, nodes: views, pageInfo, totalCount };
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

/** Asks once for all parents of whom the same is asked. */
async function byRest<V>(
  keys: readonly string[],
  read: (asked: Asked, parents: readonly string[]) => Promise<readonly V[]>,
): Promise<readonly V[]> {
  const asked = keys.map((key) => JSON.parse(key) as Asked);
  const groups = Map.groupBy(asked, ({ key: _key, ...rest }) => JSON.stringify(rest));
  const found = new Map<Asked, V>();
  for (const group of groups.values()) {
    const values = await read(
      group[0]!,
      group.map(({ key }) => key),
    );
    for (const [index, one] of group.entries()) found.set(one, values[index]!);
  }
  return asked.map((one) => found.get(one)!);
}
