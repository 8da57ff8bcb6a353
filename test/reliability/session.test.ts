import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { until } from '../support/events.ts';
import { draft, REASON } from '../support/order-world.ts';
import { Client } from '../support/socket.ts';
import type { Somebody } from '../support/somebody.ts';
import { COMMUNITY, DISTRICT, World } from '../support/world.ts';

const FORBIDDEN = 4403;
const HEARS = 'subscription { reviewDesk { kind cursor } }';
const clients: Client[] = [];
let world: World;
let admin: Somebody;
beforeAll(async () => {
  world = await World.open({ nodes: 2 });
  admin = await world.somebody('SECURITY_ADMIN', DISTRICT);
});
afterEach(() => clients.splice(0).forEach(({ socket }) => socket.terminate()));
afterAll(() => world.close());

const worker = () => world.somebody('COMMUNITY_WORKER', COMMUNITY);

/** An open socket of somebody at one of the houses; it hears the desk. */
async function opened(by: Somebody, node: number): Promise<Client> {
  const client = connect(node);
  await client.signIn(await by.ticket());
  client.subscribe('1', HEARS);
  return client;
}

function connect(node: number): Client {
  const client = new Client(`${world.apps[node]!.url.replace('http', 'ws')}/graphql`);
  clients.push(client);
  return client;
}

const logOut = (by: Somebody) => by.reads('mutation { sessionLogout { ended userErrors { code } } }');

const ENDINGS: readonly (readonly [string, (by: Somebody) => Promise<unknown>])[] = [
  ['logout', logOut],
  ['the end of the post', (by) => must(admin.calls('postEnd', { postId: by.who.postId, reason: REASON }))],
  ['the lock of the account', (by) => must(admin.calls('accountLock', { accountId: by.who.id, reason: REASON }))],
];

async function must(call: ReturnType<Somebody['calls']>): Promise<void> {
  const { error, answer } = await call;
  if (error || answer.errors.length > 0) throw new Error(JSON.stringify(error ?? answer.errors));
}

it.each(ENDINGS)('closes the sockets of both houses within a second of %s, and nobody else’s', async (_, end) => {
  const [one, other] = [await worker(), await worker()];
  const own = [await opened(one, 0), await opened(one, 1)];
  const others = [await opened(other, 0), await opened(other, 1)];
  await end(one);
  const ended = performance.now();
  expect(await Promise.all(own.map((client) => client.closed()))).toEqual([FORBIDDEN, FORBIDDEN]);
  expect(performance.now() - ended).toBeLessThan(1000);
  expect(others.map(({ code }) => code)).toEqual([null, null]);
});

it('tells nothing that happens after the end of the session', async () => {
  const [gone, stays] = [await worker(), await worker()];
  const ears = [await opened(gone, 1), await opened(stays, 1)];
  const resident = await world.somebody('RESIDENT', COMMUNITY);
  const ids = await Promise.all(Array.from({ length: 8 }, () => draft(resident)));
  await resident.does('submit', ids.pop()!);
  await until(() => ears.every((ear) => ear.of('next').length === 1));
  await logOut(gone);
  // One after the other, so that each stands behind the end of the session in the feed.
  for (const id of ids) await resident.does('submit', id);
  await until(() => ears[1]!.of('next').length === 1 + ids.length);
  expect(ears[0]!.of('next')).toHaveLength(1);
  expect(await ears[0]!.closed()).toBe(FORBIDDEN);
});

it('closes a socket within a second of the moment at which its session expires', async () => {
  const by = await worker();
  const ticket = await by.ticket();
  const expiresAt = new Date(world.now().getTime() + 1200);
  await world.sql.query('UPDATE session SET expires_at = $2 WHERE person_id = $1', [by.who.id, expiresAt]);
  const client = await connect(0).signIn(ticket);
  expect(client.code).toBeNull();
  expect(await client.closed()).toBe(FORBIDDEN);
  const late = world.now().getTime() - expiresAt.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(1000);
});

it('lets a ticket in once, whichever house is asked', async () => {
  const ticket = await (await worker()).ticket();
  const attempts = [0, 1, 0, 1, 0, 1, 0, 1].map((node) => connect(node));
  await Promise.all(attempts.map((client) => client.signIn(ticket)));
  await until(() => attempts.filter(({ code }) => code === FORBIDDEN).length === attempts.length - 1);
  expect(attempts.filter((client) => client.of('connection_ack').length === 1)).toHaveLength(1);
});

it('lets nobody in with a ticket of a session that has ended', async () => {
  const by = await worker();
  const ticket = await by.ticket();
  await logOut(by);
  expect(await (await connect(1).signIn(ticket)).closed()).toBe(FORBIDDEN);
});
