import type { Values } from '../../../kernel/predicate.ts';
import type { Loading } from '../../graphql/context.ts';
import { Given } from '../given.ts';
import { countRelated, readRelated, type Relation } from '../rows.ts';
import type { Shape } from '../shape.ts';
import { afterSql, orderSql } from '../sort.ts';
import type { PagedOptions } from './paged.ts';

/** What the general executor asks for one parent, as the key of a loader. */
interface Asked {
  readonly key: string;
  readonly argument: unknown;
  readonly position: readonly unknown[] | null;
  readonly limit: number;
}

/** Reads pages of many parents in one statement, where the same is asked of them. Keys are JSON of `Asked`. */
export function loadersOf(
  shape: () => Shape,
  { of, on, sort, argument, where }: PagedOptions,
): { readonly rows: Loading<string, readonly Values[]>; readonly counts: Loading<string, number> } {
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
  return { rows, counts };
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
