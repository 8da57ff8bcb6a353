import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { usePages } from '../../../parts/use-pages.ts';
import { useLive } from '../../../shell/live.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import {
  HallNewsDocument,
  type HallNewsSubscription,
  HallOrdersDocument,
  type HallOrdersQuery,
  HallPlansDocument,
  type HallPlansQuery,
  type OrderFilter,
} from '../gql/graphql.ts';
import { HALL } from '../hall.texts.ts';

export type HallOrder = HallOrdersQuery['orders']['nodes'][number];
export type HallPlan = HallPlansQuery['orderClaimPlans'][number];
type News = HallNewsSubscription['claimHall'];

const pick = (data: HallOrdersQuery) => ({ ...data.orders, totalCount: data.orders.totalCount ?? 0 });
const MOST_PLANS = 100;

/** Open orders of the unit, with a plan for each. */
export function useHallOrders(filter: OrderFilter) {
  const variables = useMemo(() => ({ filter: { ...filter, bucket: 'TO_CLAIM' as const } }), [filter]);
  const pages = usePages(HallOrdersDocument, { variables, pick });
  const ids = pages.nodes.slice(0, MOST_PLANS).map(({ id }) => id);
  const { data, previousData } = useQuery(HallPlansDocument, { variables: { ids }, skip: ids.length === 0 });
  const plans = (data ?? previousData)?.orderClaimPlans ?? [];
  return { ...pages, planOf: (id: string) => plans.find(({ orderId }) => orderId === id) ?? null };
}

const SAID_MS = 12_000;

/** A sentence about an order that has left, or that concerns the unit otherwise. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly to?: string;
}

/** Sentences that stay for a while. */
export function useSaid() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const timers = useRef(new Set<number>());
  useEffect(() => () => timers.current.forEach((timer) => window.clearTimeout(timer)), []);
  const say = useCallback((one: Said) => {
    setSaid((was) => [one, ...was.filter(({ id }) => id !== one.id)].slice(0, 4));
    timers.current.add(window.setTimeout(() => setSaid((was) => was.filter((other) => other !== one)), SAID_MS));
  }, []);
  return { said, say };
}

interface Hearing {
  readonly orders: ReturnType<typeof useHallOrders>;
  readonly say: (one: Said) => void;
  readonly alert: (text: string) => void;
}

/** What the feed tells of the hall: orders that come, orders that go, orders that are the unit's without its asking. */
export function useHallNews({ orders, say, alert }: Hearing): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const { nodes, refetch } = orders;
  const hear = ({ claimHall: { kind, order } }: HallNewsSubscription) => {
    if (!order) return;
    // Once another unit has it, its words are closed; here they were still open.
    const title = titleOf(nodes.find(({ id }) => id === order.id) ?? order);
    if (kind === 'OPENED') {
      alert(title);
      setFresh((was) => new Set([...was, order.id]));
    }
    const sentence = sentenceOf(kind, order, title);
    if (sentence) say(sentence);
    refetch();
  };
  useLive(HallNewsDocument, { onNotice: hear });
  return fresh;
}

function sentenceOf(kind: News['kind'], order: NonNullable<News['order']>, title: string): Said | null {
  const { id } = order;
  switch (kind) {
    case 'OPENED':
      return { id, text: HALL.arrived(title) };
    case 'TAKEN':
      return { id, text: HALL.taken(title, order.unit?.shortName ?? HALL.takenByOther) };
    case 'WITHDRAWN':
      return { id, text: HALL.withdrawn(title) };
    case 'ASSIGNED':
      return { id, text: HALL.assigned(title), to: `/orders/${id}` };
    case 'INVITED':
      return { id, text: HALL.invited(title), to: `/orders/${id}` };
    default:
      return null;
  }
}

const SETTLE_MS = 700;

/** True for a moment after a list has moved: nobody shall claim what slid under their finger. */
export function useSettling(nodes: readonly HallOrder[]): boolean {
  const key = nodes.map(({ id }) => id).join();
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(key), SETTLE_MS);
    return () => window.clearTimeout(timer);
  }, [key]);
  return settled !== key;
}
