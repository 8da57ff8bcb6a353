import type { MyOrdersWorkQuery } from '../gql/graphql.ts';

export type MyOrder = MyOrdersWorkQuery['orders']['nodes'][number];
type Offered = MyOrder['viewerActions'][number];

/** What the unit owes next on an order: the duty whose clock runs out first. */
export function nextOwed({ viewerActions }: MyOrder): Offered | null {
  const owed = viewerActions.filter(({ dueAt }) => dueAt);
  return owed.toSorted((one, other) => one.dueAt!.localeCompare(other.dueAt!))[0] ?? null;
}

export interface Group {
  readonly label: string | null;
  readonly orders: readonly MyOrder[];
}

/** Orders by what is owed next, the most urgent group first; what nobody waits for at the end. */
export function grouped(orders: readonly MyOrder[]): readonly Group[] {
  const first = (group: readonly MyOrder[]) => group.map((order) => nextOwed(order)?.dueAt ?? '9').toSorted()[0]!;
  const groups = new Map<string | null, MyOrder[]>();
  for (const order of orders) {
    const label = nextOwed(order)?.label ?? null;
    groups.set(label, [...(groups.get(label) ?? []), order]);
  }
  return [...groups]
    .toSorted(([, one], [, other]) => first(one).localeCompare(first(other)))
    .map(([label, group]) => ({ label, orders: group }));
}
