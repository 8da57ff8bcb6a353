import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, draft, openOrderWorld, plan, type OrderWorld } from '../support/order-world.ts';
import { STREET } from '../support/world.ts';
import { mark } from '../../api/src/platform/graphql/connection.ts';

let people: OrderWorld;
beforeAll(async () => { people = await openOrderWorld(); });
afterAll(() => people.world.close());
const cur = (order: string, ...v: unknown[]) => Buffer.from(JSON.stringify([mark(order), ...v])).toString('base64url');
const log = (...x: unknown[]) => process.stderr.write(x.map((y) => (typeof y === 'string' ? y : JSON.stringify(y))).join(' ') + '\n');

it('dates', async () => {
  await anOrder(people, 'OPEN');
  for (const d of ['+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '+275760-01-01T00:00:00Z', '0001-01-01T00:00:00Z']) {
    const a = await people.reviewer.ask('query($d: DateTimeISO){ orders(filter:{submittedFrom:$d}){ totalCount } }', { d });
    log('date', d, a);
    const b = await people.reviewer.ask('query($d: DateTimeISO){ alliances { nodes { members(at:$d){ totalCount } } } }', { d });
    log('at', d, b);
  }
});
it('cursors', async () => {
  for (const c of [cur('orders:NEWEST', 'x'), cur('orders:NEWEST'), cur('orders:NEWEST', 5), cur('orders:NEWEST', '\0')])
    log('cursor', await people.reviewer.ask('query($c: String){ orders(after:$c){ nodes { id } pageInfo {hasNextPage} } }', { c }));
  for (const c of [cur('members:name', 'x', 'y'), cur('members:name'), cur('members:name', '\0', randomUUID())])
    log('members', await people.reviewer.ask('query($c: String){ alliances { nodes { members(after:$c){ nodes { unit { name } } } } } }', { c }));
});
it('idempotency both ways', async () => {
  const key = randomUUID();
  const id = await anOrder(people, 'OPEN');
  const input = { orderId: id, idempotencyKey: key, ...plan(people.world) };
  log('1', (await people.liaison.calls('orderClaim', input, 'order { id state }')).answer);
  log('2', (await people.liaison.calls('orderClaim', input, 'order { id state } t: __typename @include(if: true)')).answer);
  const ask = (id_: string, q: string, sel: string) => people.reviewer.calls(q, { orderId: id_, idempotencyKey: key, ...{} }, sel);
  void ask;
  const lit = `mutation { orderClaim(input: {orderId: "${id.toUpperCase()}", idempotencyKey: "${key}", plannedStart: ${JSON.stringify((input as never as Record<string, string>)['plannedStart'])}, plannedFinish: ${JSON.stringify((input as never as Record<string, string>)['plannedFinish'])}}) { a: order { id events { text details } } b: order { title contact { name } } userErrors { code } } }`;
  log('3', await people.liaison.ask(lit));
});
it('storm', async () => {
  const { database } = people.world.app.house;
  const text = readFileSync('schema/documents/orders.graphql', 'utf8');
  const hash = createHash('sha256').update(text).digest('hex');
  const hear = async () => {
    const r = await fetch(`${people.world.app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${people.reviewer.who.token}` }, body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }) });
    return [r.status, [...r.headers].filter(([n]) => ['content-type', 'cache-control', 'retry-after'].includes(n)), await r.text()] as const;
  };
  log('k1', await hear()); log('k2', await hear()); log('k3', await hear());
  const own = database.query;
  let n = 0; const seen: string[] = [];
  (database as { query: unknown }).query = (name: string, t: string, v: unknown[]) => {
    if (!t.includes('FROM orders')) return own.call(database, name, t, v);
    n += 1; seen.push(t.slice(0, 30));
    return Promise.reject(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }));
  };
  log('fail', await hear(), n, seen);
  (database as { query: unknown }).query = own;
  log('after', (await hear())[0]);
});
void draft; void expect; void STREET;
