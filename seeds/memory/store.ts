import type { Sealer } from '../../api/src/platform/seal/sealer.ts';
import { uuidOf, type Random } from '../random.ts';
import type { EventRow, KeptClosing, KeptOrder, Photo } from './kept.ts';
import type { World } from './world.ts';

/** What the tables would hold. */
export interface Store {
  readonly world: World;
  readonly random: Random;
  readonly orders: Map<string, KeptOrder>;
  /** Orders that were ever merged. */
  readonly merged: Set<string>;
  readonly series: Map<string, number>;
  readonly photos: Photo[];
  readonly events: EventRow[];
  readonly closings: KeptClosing[];
  /** Residents by phone number. */
  readonly phones: Map<string, string>;
  /** The order whose clocks are looked at. */
  ringing: string | null;
  now: Date;
}

export const openStore = (world: World, random: Random): Store => ({
  ...{ world, random, orders: new Map(), merged: new Set(), series: new Map(), photos: [], events: [], closings: [] },
  phones: new Map(world.figures.flatMap(({ phone, id }) => (phone === null ? [] : [[phone, id] as const]))),
  ...{ ringing: null, now: new Date(0) },
});

/** In memory nothing is sealed: what is kept is sealed when it is written. */
export const OPEN_SEALER: Pick<Sealer, keyof Sealer> = {
  seal: (plain) => Buffer.from(plain),
  open: (sealed) => Buffer.from(sealed).toString(),
  blindIndex: (plain) => Buffer.from(plain),
};

export const newId = (store: Store): string => uuidOf(store.random, store.now);

/** The order of this id; there is always one where a statement asks. */
export const orderIn = (store: Store, id: string): KeptOrder => {
  const order = store.orders.get(id);
  if (!order) throw new Error(`The demo world has no order ${id}`);
  return order;
};

/** Answers a named statement from its values. */
export type Answer = (values: never, text: string) => readonly unknown[];
export type Answers = Readonly<Record<string, Answer>>;
