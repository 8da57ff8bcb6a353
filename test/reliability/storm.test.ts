import 'reflect-metadata';
import { afterEach, expect, it } from '@jest/globals';
import { keepAlive } from '../support/caller.ts';
import { SEAL_KEY } from '../support/claim-race.ts';
import { until } from '../support/events.ts';
import { Follower, seqOf } from '../support/follower.ts';
import { endAllHouses, HouseProcess } from '../support/house-process.ts';
import { openOrders } from '../support/open-orders.ts';
import { fedAfter, fedWhole, isToldTo, placeOf } from '../support/told.ts';
import { COMMUNITY, STREET, World } from '../support/world.ts';

const [UNITS, SOCKETS_EACH, OUTAGE] = [60, 5, 3000];
const agent = keepAlive(64);
let followers: Follower[] = [];
let world: World;
afterEach(async () => {
  await Promise.all(followers.map((follower) => follower.close()));
  agent.destroy();
  await endAllHouses();
  await world.close();
});

it('takes 300 subscribers back after an outage: none missed anything, none heard anything twice', async () => {
  // The house of this process goes on writing while the one of the subscribers is away.
  world = await World.open({ config: { SEAL_KEY } });
  const units = await Promise.all(Array.from({ length: UNITS }, (_, index) => world.unit(`演示单位${String(index)}`)));
  const liaisons = await world.people(units.map((id) => ['UNIT_LIAISON', id] as const));
  const [resident, reviewer] = await world.people([
    ['RESIDENT', COMMUNITY],
    ['STREET_REVIEWER', STREET],
  ]);
  const openers = { resident: resident!, reviewer: reviewer!, agent };
  const ahead = world.now().getTime() - Date.now();
  const house = await HouseProcess.start({ databaseUrl: world.databaseUrl, sealKey: SEAL_KEY, ahead });
  const begin = await placeOf(world.sql);
  const listening = { field: 'claimHall', url: () => house.url, agent, after: begin.cursor };
  followers = liaisons.flatMap((by) => Array.from({ length: SOCKETS_EACH }, () => new Follower({ ...listening, by })));
  await until(() => followers.every(({ connected }) => connected), 30_000);

  await openOrders(3, openers);
  await until(() => followers.every(({ heard }) => heard.length === 3), 30_000);
  await house.kill();
  await Promise.all([openOrders(10, openers), new Promise((resolve) => setTimeout(resolve, OUTAGE))]);
  await fedWhole(world.sql);
  const looks = await looksIntoFeed();
  await house.start();
  await openOrders(3, openers);
  await until(() => followers.every(({ heard }) => heard.length >= 16), 60_000);
  await fedWhole(world.sql);

  const facts = await fedAfter(world.sql, begin.seq);
  for (const { heard, who, connects } of followers) {
    expect(heard.map(seqOf)).toEqual(facts.filter((fact) => isToldTo(who, fact)).map(({ seq }) => seq));
    expect(connects).toBe(2);
  }
  // What 300 missed was read once and told from memory. A process reports its figures when it ends.
  await Promise.all(followers.map((follower) => follower.close()));
  await house.stop();
  expect((await looksIntoFeed()) - looks).toBeLessThan(followers.length);
}, 120_000);

/** How often the feed was searched by its number, by whomever. */
async function looksIntoFeed(): Promise<number> {
  const text = `SELECT idx_scan::int AS looks FROM pg_stat_user_indexes WHERE indexrelname = 'feed_pkey'`;
  return (await world.sql.query<{ looks: number }>(text)).rows[0]!.looks;
}
