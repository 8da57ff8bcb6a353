import { join } from 'node:path';
import { discover } from '../api/src/platform/discovery.ts';
import { openStore, type Store } from './memory/store.ts';
import type { World } from './memory/world.ts';
import { Cast } from './orders/cast.ts';
import { Director, type Refused } from './orders/director.ts';
import { OfficeHours } from './orders/office-hours.ts';
import { planOrders } from './orders/planned.ts';
import { mulberry32 } from './random.ts';

export const MODULES = join(import.meta.dirname, '..', 'api', 'src', 'modules');

export interface Played {
  readonly store: Store;
  /** Steps that the house refused: none, as long as the plots are right. */
  readonly refused: readonly Refused[];
}

export interface Stage {
  readonly world: World;
  readonly seed: number;
  /** The moment at which the world begins: nothing happens after it. */
  readonly until: Date;
}

/** Invents 2,000 orders and lets them happen by the house's own rules, in memory. */
export async function playOrders({ world, seed, until }: Stage): Promise<Played> {
  const { verbs } = await discover(MODULES);
  const store = openStore(world, mulberry32(seed));
  const cast = new Cast(world);
  const hours = new OfficeHours(world.calendar, until);
  const director = new Director(store, cast, verbs);
  await director.play(planOrders({ world, cast, hours, seed }), until);
  return { store, refused: director.refused };
}
