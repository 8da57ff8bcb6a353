import { useCallback, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { usePages } from '../../../parts/use-pages.ts';
import { useLive } from '../../../shell/live.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import {
  DeskNewsDocument,
  type DeskNewsSubscription,
  DeskOrderDocument,
  DeskQueueDocument,
  type DeskQueueQuery,
  type OrderLineFragment,
} from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';

const pick = (data: DeskQueueQuery) => ({ ...data.orders, totalCount: data.orders.totalCount ?? 0 });
const NO_VARIABLES = {};

/** The submitted orders, the one that is chosen, and what happened to them meanwhile. Nothing moves by itself. */
export function useQueue() {
  const pages = usePages(DeskQueueDocument, { variables: NO_VARIABLES, pick });
  const [params, setParams] = useSearchParams();
  const [handled, setHandled] = useState<ReadonlyMap<string, string>>(new Map());
  const [said, say] = useState('');
  const { nodes } = pages;
  const open = nodes.filter(({ id }) => !handled.has(id));
  const named = params.get('order');
  const choose = useCallback(
    (id: string | null) => setParams(id === null ? {} : { order: id }, { replace: true }),
    [setParams],
  );
  const handle = useCallback((id: string, label: string) => setHandled((was) => new Map([...was, [id, label]])), []);
  const fresh = useFresh(nodes, handle);
  const neighbour = (by: 1 | -1): OrderLineFragment | undefined => {
    const at = nodes.findIndex(({ id }) => id === (named ?? open[0]?.id));
    const rest = by === 1 ? nodes.slice(at + 1) : nodes.slice(0, Math.max(at, 0)).toReversed();
    return rest.find(({ id }) => !handled.has(id));
  };
  const move = (by: 1 | -1) => {
    const next = neighbour(by);
    if (!next) return;
    choose(next.id);
    say(titleOf(next));
  };
  /** Something was done with the order: the next one comes up. */
  const finished = (order: OrderLineFragment, label: string) => {
    const next = neighbour(1) ?? neighbour(-1) ?? null;
    handle(order.id, label);
    choose(next?.id ?? null);
    say(DESK.done(titleOf(order), next && titleOf(next)));
    pages.refetch();
  };
  const show = () => {
    fresh.forget();
    pages.refetch();
  };
  return { ...pages, named, chosen: named ?? open[0]?.id ?? null, handled, said, choose, move, finished, fresh, show };
}

/** New orders are counted until they are asked for; what others did with one of the queue is noted beside it. */
function useFresh(nodes: readonly OrderLineFragment[], handle: (id: string, label: string) => void) {
  const client = useApolloClient();
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  const hear = useCallback(
    ({ reviewDesk: { kind, order, label } }: DeskNewsSubscription) => {
      if (!order) return;
      const known = nodes.some(({ id }) => id === order.id);
      if (kind === 'SUBMITTED' && !known) return setNews((was) => new Set([...was, order.id]));
      setNews((was) => new Set([...was].filter((id) => id !== order.id || order.state === 'SUBMITTED')));
      if (!known) return;
      void client.query({ query: DeskOrderDocument, variables: { id: order.id }, fetchPolicy: 'network-only' });
      if (order.state !== 'SUBMITTED') handle(order.id, label ?? order.stateLabel);
    },
    [nodes, handle, client],
  );
  useLive(DeskNewsDocument, { onNotice: hear });
  const unseen = [...news].filter((id) => !nodes.some((node) => node.id === id));
  return { count: unseen.length, forget: () => setNews(new Set()) };
}
