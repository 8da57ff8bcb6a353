import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { create, read, Tempter, type Heard } from '../support/bad-input.ts';
import { keptOf } from '../support/cast.ts';
import { anOrder, APPROVAL, openOrderWorld, plan, type OrderWorld } from '../support/order-world.ts';
import { COMMUNITY } from '../support/world.ts';

let people: OrderWorld;
let tempter: Tempter;
beforeAll(async () => {
  people = await openOrderWorld();
  tempter = new Tempter(people);
});
afterAll(() => people.world.close());
const send = (body: string, token?: string) => tempter.send(body, token);
const expectRefused = (work: string | (() => Promise<Heard>), code: string | RegExp) =>
  tempter.expectRefused(work, code);

const markOf = (order: string) => createHash('sha256').update(order).digest('base64url').slice(0, 6);
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('Lists', () => {
  it.each([0, -1, 101, 2_000_000_000])('first %i is refused', (first) =>
    expectRefused(() => send(read(`{ orders(first: ${String(first)}) { nodes { id } } }`)), 'BAD_USER_INPUT'));
  it.each([0, 101, -5])('events first %i is refused', async (first) => {
    const id = await anOrder(people, 'DRAFT');
    await expectRefused(() => send(read(`{ order(id: "${id}") { events(first: ${String(first)}) { action } } }`)), 'BAD_USER_INPUT');
  });
  const NEWEST = markOf('orders:NEWEST');
  const DUE = markOf('orders:DUE_FIRST');
  it.each([
    ['no cursor at all', '!!!', 'NEWEST'],
    ['not JSON', Buffer.from('{').toString('base64url'), 'NEWEST'],
    ['an object', Buffer.from('{"a":1}').toString('base64url'), 'NEWEST'],
    ['of another order', cursor(DUE, 'infinity', randomUUID()), 'NEWEST'],
    ['with a wrong id', cursor(NEWEST, 'abc'), 'NEWEST'],
    ['with a number', cursor(NEWEST, 5), 'NEWEST'],
    ['with NUL', cursor(NEWEST, 'a\u0000'), 'NEWEST'],
    ['with a wrong time', cursor(DUE, 'soon', '018f0000-0000-7000-8000-000000000001'), 'DUE_FIRST'],
  ])('a cursor that is %s is refused', (_title, after, sort) =>
    expectRefused(() => send(read(`query ($after: String) { orders(after: $after, sort: ${sort}) { nodes { id } } }`, { after })), 'BAD_CURSOR'));
  it.each([
    ['without a value', cursor(NEWEST), 'NEWEST'],
    ['with too many values', cursor(NEWEST, '018f0000-0000-7000-8000-000000000001', 1), 'NEWEST'],
    ['with null', cursor(NEWEST, null), 'NEWEST'],
    ['with half of a position', cursor(DUE, 'infinity'), 'DUE_FIRST'],
  ])('a cursor %s tells nothing that is not one’s own', async (_title, after, sort) => {
    const { data, errors, status } = await people.supervisor.ask(`query ($after: String) { orders(after: $after, sort: ${sort}) { nodes { id } } }`, { after });
    expect(status).toBe(200);
    if (errors.length > 0) expect(errors[0]!.extensions.code).toBe('BAD_CURSOR');
    else expect(Array.isArray(data!['orders'].nodes)).toBe(true);
  });
  it.each([
    ['a wrong state', '{ states: [NOWHERE] }', /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/],
    ['a wrong time', '{ submittedFrom: "gestern" }', /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/],
    ['an unknown filter', '{ password: "x" }', /GRAPHQL_VALIDATION_FAILED/],
  ])('%s is refused', (_title, filter, code) => expectRefused(() => send(read(`{ orders(filter: ${filter}) { nodes { id } } }`)), code));
  it.each(['%%', '__', '\\\\', "''", '%%%', '修'.repeat(60), '()', '[a-z]*', '😀😀'])('a search for %j finds nothing that is not there', async (search) => {
    const { orders } = await people.resident.reads('query ($s: String) { orders(filter: { search: $s }) { totalCount nodes { id } } }', { s: search });
    expect(orders.totalCount).toBe(orders.nodes.length);
  });
  it.each(['%', '\u200b', '修'.repeat(61), ' x '])('a search for %j is refused: it says too little or too much', (search) =>
    expectRefused(() => send(read('query ($s: String) { orders(filter: { search: $s }) { totalCount } }', { s: search })), 'BAD_USER_INPUT'));
  it.each(['x', 'abc', `' OR ''='`])('a unit, a place or a category called %j is nobody’s', async (code) => {
    for (const field of ['unit', 'division', 'category']) {
      const { orders } = await people.resident.reads(`query ($c: ID) { orders(filter: { ${field}: $c }) { nodes { id } } }`, { c: code });
      expect(orders.nodes).toEqual([]);
    }
  });
}); // prettier-ignore

describe('Requests', () => {
  const many = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
  it.each([
    ['over-deep', read(`{ order(id: "x") ${'{ master '.repeat(30)}{ id }${' }'.repeat(31)}`), /QUERY_LIMIT|GRAPHQL_PARSE_FAILED/],
    ['over-wide', read(`{ ${many(60, (index) => `a${String(index)}: orders { nodes { id } }`)} }`), 'QUERY_LIMIT'],
    ['two mutations', read('mutation { a: sessionLogout { ended } b: sessionLogout { ended } }'), /QUERY_LIMIT|GRAPHQL_VALIDATION_FAILED/],
    ['a subscription', read('subscription { myOrders { kind } }'), 'BAD_REQUEST'],
    ['an unknown operation', JSON.stringify({ query: 'query A { orders { nodes { id } } }', operationName: 'B' }), 'OPERATION_RESOLUTION_FAILURE'],
    ['an unknown field', read('{ orders { nodes { password } } }'), 'GRAPHQL_VALIDATION_FAILED'],
    ['no JSON', '{', 'BAD_REQUEST'],
    ['a list', '[]', 'BAD_REQUEST'],
    ['variables over-deep', read('{ orders { nodes { id } } }', { a: JSON.parse('['.repeat(40) + ']'.repeat(40)) as object }), 'BAD_USER_INPUT'],
    ['__proto__', '{"query":"{ orders { nodes { id } } }","variables":{"__proto__":{"a":1}}}', 'BAD_USER_INPUT'],
    ['65 KB', read('{ orders { nodes { id } } }', { a: 'x'.repeat(65 * 1024) }), 'BODY_TOO_LARGE'],
  ])('%s: refused', (_title, body, code) => expectRefused(() => send(body), code));

  it('20 MB: refused before they are read', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await expectRefused(() => tempter.floods(20_000_000), 'BODY_TOO_LARGE');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });
}); // prettier-ignore

describe('Sessions', () => {
  it.each([
    ['unknown', () => 'x'.repeat(43)],
    ['too long', () => 'x'.repeat(5000)],
    ['of another kind', () => `${people.resident.who.token}a`],
  ])('%s are nobody’s', (_title, token) => expectRefused(() => send(create({}), token()), 'NOT_SIGNED_IN'));

  it('that have expired are nobody’s', async () => {
    const [someone] = await people.world.people([['RESIDENT', COMMUNITY]]);
    await people.world.sql.query('UPDATE session SET expires_at = $2 WHERE person_id = $1', [
      someone!.who.id,
      people.world.now(),
    ]);
    await expectRefused(() => send(create({}), someone!.who.token), 'NOT_SIGNED_IN');
  });

  it('of a post that has ended may do nothing', async () => {
    const [someone] = await people.world.people([['STREET_REVIEWER', people.reviewer.who.scope]]);
    const id = await anOrder(people, 'SUBMITTED');
    await people.world.sql.query('UPDATE post SET ends_at = $2 WHERE person_id = $1', [
      someone!.who.id,
      people.world.now(),
    ]);
    const before = await keptOf(people.world, id);
    const { error, answer } = await someone!.calls('orderApprove', { orderId: id, ...APPROVAL });
    expect(error?.code ?? answer.errors[0]!.extensions.code).toMatch(/NOT_SIGNED_IN|NOT_FOUND|NOT_ALLOWED/);
    expect(await keptOf(people.world, id)).toEqual(before);
  });
});

it('a key that comes again with another content is refused, and changes nothing', async () => {
  const idempotencyKey = randomUUID();
  expect((await send(create({ idempotencyKey }))).code).toBe('');
  await expectRefused(() => send(create({ idempotencyKey, title: '另一件事' })), 'IDEMPOTENCY_KEY_REUSED');
  const id = await anOrder(people, 'OPEN');
  const key = randomUUID();
  await people.liaison.does('claim', id, { ...plan(people.world), idempotencyKey: key });
  const before = await keptOf(people.world, id);
  expect(await people.liaison.isRefused('claim', id, { ...plan(people.world), idempotencyKey: key })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await keptOf(people.world, id)).toEqual(before);
}); // prettier-ignore
