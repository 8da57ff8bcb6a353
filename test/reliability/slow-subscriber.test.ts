import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '../support/events.ts';
import { seqOf, type Follower } from '../support/follower.ts';
import { HallHouse, noticesOf, SUBSCRIPTIONS } from '../support/hall-house.ts';
import type { HouseProcess } from '../support/house-process.ts';
import type { Somebody } from '../support/somebody.ts';
import { fedWhole, placeOf } from '../support/told.ts';

const MEGABYTE = 1024 * 1024;
const [WARM_UP, EVENTS, DEAF, BOUND_MS] = [150, 450, 6, 10_000];
const RSS = 'process_resident_memory_bytes';
const SHOWN = `kind cursor action order { id number state version title content community { name } unit { id name }
  viewerActions { action label about mutation input } events(first: 5) { action label person role text } }`;

let hall: HallHouse;
beforeAll(async () => (hall = await HallHouse.open()));
afterAll(() => hall.close());

it('cuts off who does not read, and nobody else notices', async () => {
  const { world, house } = hall;
  const unit = await world.unit('演示物业甲');
  const [worker, one, other, ...hearing] = await hall.liaisons(unit, 7);
  const orders = await hall.opens(20, { request: { content: '内容'.repeat(1000) } });
  for (const orderId of orders) await hall.takes(worker!, orderId);
  await fedWhole(world.sql);
  const begin = await placeOf(world.sql);
  const healthy = hearing.flatMap((by) => Array.from({ length: 5 }, () => hall.follow(by, begin.cursor, SHOWN)));
  await until(() => healthy.every(({ connected }) => connected));
  const said = new Map<string, number>();
  await talk(worker!, { orders, said, count: WARM_UP });
  await fedWhole(world.sql);

  // From here on six sockets do not read. One of them begins to when all are behind, and hears why it was cut off.
  const { cursor } = await placeOf(world.sql);
  const deaf = await Promise.all(
    Array.from({ length: DEAF }, (_, index) => hall.deaf(index % 2 ? one! : other!, cursor, SHOWN)),
  );
  const watch = new Watch(house, await house.figure(RSS), () => deaf[0]!.socket.resume());
  await talk(worker!, { orders, said, count: EVENTS });
  await fedWhole(world.sql);

  await everybodyHeardAll(healthy, begin.seq, said);
  expect(await deaf[0]!.closed()).toBe(1013);
  expect(noticesOf(deaf[0]!).map(({ kind }) => kind as string)).toContain('RESYNC');
  // The others never read again. Their places are given up all the same.
  while ((await house.figure('gongzhi_feed_subscribers')) > healthy.length) await pause(100);
  // Keeping everything for those who do not read would have cost twice as much and more.
  expect(await watch.end()).toBeLessThan(160 * MEGABYTE);
}, 120_000);

/** The unit reports on its orders, four reports at a time; `said` keeps when each was begun. */
async function talk(by: Somebody, told: { orders: readonly string[]; said: Map<string, number>; count: number }) {
  const { orders, said } = told;
  const last = said.size + told.count;
  const speak = async () => {
    while (said.size < last) {
      const text = `${String(said.size)} ${'进展'.repeat(400)}`;
      const orderId = orders[said.size % orders.length]!;
      said.set(text, performance.now());
      await hall.does(by, 'orderReport', { orderId, text, photos: [] });
    }
  };
  await Promise.all([speak(), speak(), speak(), speak()]);
}

const TOLD = `SELECT f.seq::int AS seq, e.data->>'text' AS text FROM feed f JOIN event e ON e.id = f.event_id
  WHERE f.seq > $1 ORDER BY f.seq`;

async function everybodyHeardAll(ears: readonly Follower[], since: number, said: ReadonlyMap<string, number>) {
  const { rows } = await hall.world.sql.query<{ seq: number; text: string }>(TOLD, [since]);
  expect(rows).toHaveLength(WARM_UP + EVENTS);
  await until(() => ears.every(({ heard }) => heard.length >= rows.length), 30_000);
  const waits: number[] = [];
  for (const { heard, codes } of ears) {
    expect(heard.map(seqOf)).toEqual(rows.map(({ seq }) => seq));
    expect(codes).toEqual([]);
    waits.push(...heard.map(({ heardAt }, index) => (heardAt as number) - said.get(rows[index]!.text)!));
  }
  waits.sort((a, b) => a - b);
  expect(waits[Math.floor(waits.length * 0.99)]).toBeLessThan(BOUND_MS);
}

/** Looks at the memory of a house, and calls once when nearly all deaf subscriptions were dropped. */
class Watch {
  private largest: number;
  private open = true;
  private readonly watching: Promise<void>;

  constructor(
    private readonly house: HouseProcess,
    private readonly before: number,
    dropped: () => void,
  ) {
    this.largest = before;
    this.watching = this.run(dropped).catch(() => undefined);
  }

  /** Bytes by which the process grew at most. */
  async end(): Promise<number> {
    this.open = false;
    await this.watching;
    return this.largest - this.before;
  }

  private async run(dropped: () => void): Promise<void> {
    for (let called = false; this.open; await pause(100)) {
      this.largest = Math.max(this.largest, await this.house.figure(RSS));
      if (called || (await this.house.figure('gongzhi_feed_dropped')) <= (DEAF - 1) * SUBSCRIPTIONS) continue;
      dropped();
      called = true;
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
