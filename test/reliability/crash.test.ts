import 'reflect-metadata';
import { afterEach, expect, it } from '@jest/globals';
import { verifyFeed } from '../../api/src/platform/feed/verify.ts';
import { mulberry32 } from '../../seeds/random.ts';
import { callOrder, keepAlive } from '../support/caller.ts';
import { SEAL_KEY } from '../support/claim-race.ts';
import { CrashLoad } from '../support/crash-load.ts';
import { until } from '../support/events.ts';
import { Follower, seqOf } from '../support/follower.ts';
import { judgeClaims } from '../support/history.ts';
import { endAllHouses, HouseProcess } from '../support/house-process.ts';
import type { Somebody } from '../support/somebody.ts';
import { fedAfter, fedWhole, isToldTo, placeOf } from '../support/told.ts';
import { COMMUNITY, OTHER_COMMUNITY, STREET, World } from '../support/world.ts';

const KILLS = 10;
const agent = keepAlive(64);
const followers: Follower[] = [];
let world: World;
afterEach(async () => {
  await Promise.all(followers.map((follower) => follower.close()));
  agent.destroy();
  await endAllHouses();
  await world.close();
});

const FIELDS: Readonly<Record<string, string>> = {
  RESIDENT: 'myOrders',
  UNIT_LIAISON: 'claimHall',
  STREET_REVIEWER: 'reviewDesk',
};

it('loses and doubles nothing when the server is killed ten times under load', async () => {
  world = await World.open({ nodes: 0, config: { SEAL_KEY } });
  const people = await peopleOf(world);
  const ahead = world.now().getTime() - Date.now();
  const house = await HouseProcess.start({ databaseUrl: world.databaseUrl, sealKey: SEAL_KEY, ahead });
  const url = () => house.url;
  const begin = await placeOf(world.sql);
  for (const by of [people.reviewer, ...people.liaisons, ...people.residents.slice(0, 2)])
    followers.push(new Follower({ by, field: FIELDS[by.who.role]!, url, agent, after: begin.cursor }));

  const load = new CrashLoad(people, url, agent, () => world.now());
  const random = mulberry32(11);
  for (let kills = 0; kills < KILLS; kills += 1) {
    const before = load.orders.length;
    await until(() => load.orders.length >= before + 3, 30_000);
    await new Promise((resolve) => setTimeout(resolve, random() * 800));
    await house.kill();
    await house.start();
  }
  await load.end();
  await fedWhole(world.sql);

  // The test must have been one: calls were cut off, and some of them had happened.
  expect(load.unanswered).toBeGreaterThan(KILLS);
  expect(load.strange).toEqual([]);
  await nothingLostOrDoubled(load);
  await everyKeyHadOneEffect(load, house.url);
  await everybodyHeardAll(begin.seq);
}, 180_000);

async function peopleOf(at: World) {
  const names = ['演示物业甲', '演示学校乙', '演示医院丙'];
  const units = await Promise.all(names.map((name) => at.unit(name)));
  const [reviewer, ...others] = await at.people([
    ['STREET_REVIEWER', STREET],
    ...units.map((id) => ['UNIT_LIAISON', id] as const),
    ...[COMMUNITY, OTHER_COMMUNITY, COMMUNITY, COMMUNITY, COMMUNITY, COMMUNITY].map((code) => ['RESIDENT', code] as const), // prettier-ignore
  ]);
  const of = (role: string): Somebody[] => others.filter(({ who }) => who.role === role);
  const named = new Map(units.map((id, index) => [id, names[index]!]));
  return { reviewer: reviewer!, liaisons: of('UNIT_LIAISON'), residents: of('RESIDENT'), names: named };
}

async function nothingLostOrDoubled(load: CrashLoad): Promise<void> {
  const text = `SELECT o.id, o.unit_id AS holder, (SELECT count(*)::int FROM order_claim c WHERE c.order_id = o.id) AS claims,
      (SELECT array_agg(e.action ORDER BY f.seq) FROM event e JOIN feed f ON f.event_id = e.id WHERE e.subject_id = o.id) AS told
    FROM orders o`;
  const { rows } = await world.sql.query<{ id: string; holder: string; claims: number; told: string[] }>(text);
  expect(rows.map(({ id }) => id).sort()).toEqual([...load.orders].sort());
  const course = ['create', 'submit', 'approve', 'claim'].join();
  expect(rows.filter(({ claims, told }) => claims !== 1 || told.join() !== course)).toEqual([]);
  expect(judgeClaims(load.history, new Map(rows.map(({ id, holder }) => [id, holder])))).toEqual([]);

  const database = {
    query: async <Row>(_name: string, query: string, values: readonly unknown[] = []) =>
      (await world.sql.query(query, [...values])).rows as Row[],
  };
  const verdict = await verifyFeed(database);
  const events = await world.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM event');
  expect(verdict).toMatchObject({ faults: [], outside: 0, checked: events.rows[0]!.count });
  expect(verdict.head.seq).toBe(verdict.checked);
}

/** Sends every keyed call once more: the same answer, and nothing happens. */
async function everyKeyHadOneEffect(load: CrashLoad, url: string): Promise<void> {
  const before = await placeOf(world.sql);
  for (const { by, name, input, orderId } of load.keyed) {
    const { error, shown } = await callOrder({ url, who: by.who }, name, input, { agent });
    expect({ name, error, id: shown?.['id'] }).toEqual({ name, error: null, id: orderId });
  }
  await fedWhole(world.sql);
  expect(await placeOf(world.sql)).toEqual(before);
}

async function everybodyHeardAll(since: number): Promise<void> {
  const facts = await fedAfter(world.sql, since);
  for (const { heard, who, connects } of followers) {
    const wanted = facts.filter((fact) => isToldTo(who, fact)).map(({ seq }) => seq);
    await until(() => heard.length >= wanted.length, 20_000);
    expect(heard.map(seqOf)).toEqual(wanted);
    expect(heard.filter(({ kind }) => kind === 'RESYNC')).toEqual([]);
    expect(connects).toBeGreaterThan(1);
  }
}
