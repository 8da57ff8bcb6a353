import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import { until } from '../../../../test/support/events.ts';
import { SocketHouse, HALL, viewerOf, type Client } from '../../../../test/support/socket.ts';

describe('the socket under bad input', () => {
  let house: SocketHouse;
  beforeAll(async () => {
    house = await SocketHouse.open();
  });
  beforeEach(() => house.sweep());
  afterAll(() => house.close());

  // prettier-ignore
  it.each([
    ['a query', '{ hello }', 'SUBSCRIPTIONS_ONLY'],
    ['a mutation', 'mutation { change }', 'SUBSCRIPTIONS_ONLY'],
    ['introspection', 'subscription { __schema { types { name } } }', undefined],
    ['type introspection below', 'subscription { hall { __typename kind cursor fact { id } } __type(name: "Fact") { name } }', undefined],
    ['two root fields', 'subscription { hall { kind } office { kind } }', undefined],
    ['a root field in a fragment', 'subscription { ...F } fragment F on Subscription { hall { kind } }', 'BAD_USER_INPUT'],
    ['too deep', `subscription { hall { kind fact ${'{ self '.repeat(40)} { id } ${'}'.repeat(40)} } }`, 'QUERY_LIMIT'],
    ['many aliases', `subscription { hall { ${Array.from({ length: 50 }, (_, i) => `a${i}: kind`).join(' ')} } }`, 'QUERY_LIMIT'],
    ['many tokens', `subscription { hall { ${'kind '.repeat(1200)} } }`, undefined],
    ['no syntax', 'subscription {', undefined],
    ['an unknown field', 'subscription { hall { nothing } }', undefined],
    ['an operation that is not there', '', undefined],
    ['a field of another role', 'subscription { office { kind } }', 'FORBIDDEN'],
    ['a field without a rule', 'subscription { closed { kind } }', 'FORBIDDEN'],
    ['a NUL', 'subscription { hall(street: "\\u0000") { kind } }', 'BAD_USER_INPUT'],
  ])('refuses %s with an error, and stays open', async (_, query, code) => {
    const client = await house.signedIn(viewerOf('u'));
    client.subscribe('a', query);
    await until(() => client.of('error').length === 1);
    const text = JSON.stringify(client.of('error'));
    expect(text).not.toMatch(/Did you mean|node_modules/);
    if (code) expect(text).toContain(code);
    expect([client.code, client.of('next')]).toEqual([null, []]);
    await house.stillServes();
  });

  it.each([
    ['a cursor that is a list', { after: ['1:2'] }],
    ['a cursor that is a number', { after: 5 }],
  ])('refuses %s', async (_, variables) => {
    const client = await house.signedIn(viewerOf('u'));
    client.subscribe('a', HALL, variables);
    await until(() => client.of('error').length === 1);
  });

  it.each([['1:999999'], ['0:0'], ['x'], ['\ud800'], ['__proto__']])(
    'answers the cursor %j with RESYNC',
    async (after) => {
      const client = await house.signedIn(viewerOf('u'));
      client.subscribe('a', HALL, { after });
      await until(() => client.kinds.length === 1);
      expect(client.of('next')[0]!.payload!.data!.hall).toEqual({ kind: 'RESYNC', cursor: house.feed.cursor() });
    },
  );

  // prettier-ignore
  it.each<[string, (client: Client) => void, number]>([
    ['no JSON', (client) => client.say('{'), 4400],
    ['an unknown type', (client) => client.say({ type: 'hack' }), 4400],
    ['a message for clients', (client) => client.say({ type: 'next', id: 'a', payload: {} }), 4400],
    ['an array', (client) => client.say([]), 4400],
    ['a subscription without query', (client) => client.say({ id: 'a', type: 'subscribe', payload: {} }), 4400],
    ['variables that are none', (client) => client.say({ id: 'a', type: 'subscribe', payload: { query: HALL, variables: 'x' } }), 4400],
    ['bytes', (client) => client.socket.send(Buffer.from([1, 2, 3])), 4400],
    ['text that is no UTF-8', (client) => client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false }), 1007],
    ['17 KB', (client) => client.say({ type: 'ping', payload: { x: 'x'.repeat(17 * 1024) } }), 1009],
    ['a second greeting', (client) => client.say({ type: 'connection_init', payload: {} }), 4429],
    ['the same id twice', (client) => (client.subscribe('a'), client.subscribe('a')), 4409],
    ['200 messages at once', (client) => { for (let n = 0; n < 200; n++) client.say({ type: 'ping' }); }, 1013],
  ])('closes on %s, and the server serves on', async (_, act, code) => {
    const client = await house.signedIn(viewerOf('u'));
    act(client);
    expect(await client.closed()).toBe(code);
    await house.stillServes();
  });

  it('waits for a greeting, but not long, and hears nothing before it', async () => {
    expect(await (await house.connect().opened()).closed()).toBe(4408);
    const rash = await house.connect().opened();
    rash.subscribe('a');
    expect(await rash.closed()).toBe(4401);
  });

  it('bounds what one socket, one person and the process may hold', async () => {
    const viewer = viewerOf(v7());
    const client = await house.signedIn(viewer);
    for (let index = 0; index < 12; index++) client.subscribe(String(index));
    await until(() => client.of('error').length === 2);
    expect(house.feed.metrics.subscribers).toBe(10);
    expect(house.feed.metrics.groups).toBe(1);
    client.subscribe('x'.repeat(200));
    await until(() => client.of('error').length === 3);
    for (let index = 0; index < 4; index++) await house.signedIn(viewer);
    expect(await (await house.signedIn(viewer)).closed()).toBe(1013);
    await until(() => house.gateway.size === 5);
    client.socket.terminate();
    await until(() => house.gateway.size === 4);
    expect((await house.signedIn(viewer)).code).toBeNull();
    for (let index = 5; index < 40; index++) await house.connect().opened();
    expect(await (await house.connect().opened()).closed()).toBe(1013);
  });

  it('lets in its own pages, listed origins and programs, with the one protocol, and nobody else', async () => {
    const host = new URL(house.url).host;
    for (const origin of [`http://${host}`, 'https://console.example.cn']) {
      expect((await house.connect({ origin }).opened()).failure).toBeNull();
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'https://console.example.cn.evil.example',
      `http://${host}.evil.example`,
    ]) {
      expect((await house.connect({ origin }).opened()).failure).toContain('403');
    }
    expect((await house.connect({}, 'graphql-ws').opened()).failure ?? 'refused').not.toBe('');
    const elsewhere = new WebSocket(house.url.replace('/graphql', '/metrics'), 'graphql-transport-ws');
    const [refused] = (await once(elsewhere, 'error')) as [Error];
    expect(refused.message).toContain('404');
    const page = await fetch(house.url.replace('ws', 'http'));
    expect([page.status, page.headers.get('allow')]).toEqual([405, 'POST']);
    await house.stillServes();
  });
});
