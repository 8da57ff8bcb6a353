import type { OrderBucket, OrderFilter } from '../gql/graphql.ts';
import { MY_ORDERS } from '../my-orders.texts.ts';

export type TabKey = keyof typeof MY_ORDERS.empty;

interface Tab {
  readonly key: TabKey;
  readonly label: string;
  readonly bucket: OrderBucket | null;
}

/** What a unit has to do with: what it does itself comes first. */
export const TABS: readonly Tab[] = [
  { key: 'work', label: MY_ORDERS.work, bucket: 'MINE' },
  { key: 'invited', label: MY_ORDERS.invited, bucket: 'INVITED' },
  { key: 'waiting', label: MY_ORDERS.waiting, bucket: 'WAITING' },
  { key: 'shared', label: MY_ORDERS.shared, bucket: 'SHARED' },
  { key: 'red', label: MY_ORDERS.red, bucket: 'RED' },
  { key: 'yellow', label: MY_ORDERS.yellow, bucket: 'YELLOW' },
  { key: 'done', label: MY_ORDERS.done, bucket: null },
];

export const tabOf = (key: string | null): Tab => TABS.find((tab) => tab.key === key) ?? TABS[0]!;

/** The orders of a tab. What is closed off is found by the unit that did it. */
export const filterOf = ({ bucket }: Tab, unitId: string): OrderFilter =>
  bucket ? { bucket } : { unit: unitId, states: ['CLEARED'] };
