import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { CHINESE } from '../support/bad-input.ts';
import { until } from '../support/events.ts';
import { anOrder, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

describe('WebSocket', () => {
  interface Line {
    readonly heard: Shown[];
    readonly socket: WebSocket;
    code: number | null;
  }
  async function connect(payload?: object): Promise<Line> {
    const socket = new WebSocket(`${people.world.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const line: Line = { heard: [], socket, code: null };
    socket.on('message', (data) => line.heard.push(JSON.parse((data as Buffer).toString()) as Shown));
    socket.on('close', (code) => (line.code = code));
    socket.on('error', () => undefined);
    await until(() => socket.readyState === WebSocket.OPEN || line.code !== null);
    if (payload) socket.send(JSON.stringify({ type: 'connection_init', payload }));
    return line;
  }
  const signedIn = async (who: Somebody = people.liaison) => {
    const line = await connect({ ticket: await who.ticket() });
    await until(() => line.heard.some(({ type }) => type === 'connection_ack'));
    return line;
  };
  const subscribe = ({ socket }: Line, query: string, variables: object = {}) => socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
  const HALL = 'subscription ($after: String) { claimHall(after: $after) { kind cursor } }';
  const errorOf = async (line: Line) => {
    await until(() => line.heard.some(({ type }) => type === 'error'));
    return line.heard.find(({ type }) => type === 'error')!['payload'][0] as Shown;
  };
  /** Whoever comes next is served. */
  const stillServes = async () => {
    const line = await signedIn();
    subscribe(line, HALL);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await anOrder(people, 'OPEN');
    await until(() => line.heard.some(({ type }) => type === 'next'));
    line.socket.terminate();
  };

  it.each([
    ['no ticket', {}],
    ['a wrong ticket', { ticket: 'abc' }],
    ['a ticket that is an object', { ticket: { a: 1 } }],
    ['a session instead of a ticket', { authorization: 'Bearer x' }],
  ])('%s: 4403', async (_title, payload) => {
    const line = await connect(payload);
    await until(() => line.code !== null);
    expect(line.code).toBe(4403);
    await stillServes();
  });

  it.each([
    ['unknown field', 'subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ orders { nodes { id } } }', {}, 'SUBSCRIPTIONS_ONLY'],
    ['no GraphQL', '{{{', {}, /PARSE|SYNTAX/],
    ['the topic of others', 'subscription { reviewDesk { kind } }', {}, /FORBIDDEN|NOT_ALLOWED/],
    ['over-deep', `subscription { claimHall { order ${'{ master '.repeat(30)}{ id }${' }'.repeat(31)} }`, {}, 'QUERY_LIMIT'],
    ['a cursor that is a number', HALL, { after: 5 }, 'BAD_USER_INPUT'],
  ])('%s: a clear error, and the line stays', async (_title, query, variables, code) => {
    const line = await signedIn();
    subscribe(line, query, variables);
    const error = await errorOf(line);
    expect(error).toMatchObject({ message: expect.stringMatching(CHINESE), extensions: { code: typeof code === 'string' ? code : expect.stringMatching(code) } });
    expect(line.code).toBeNull();
    line.socket.terminate();
  });

  it.each(['9999999999:5', '1:5', '1:\u0000', 'abc', '', '-1:3', '1:999999999999999'])('the cursor %j is answered with RESYNC', async (after) => {
    const line = await signedIn();
    subscribe(line, HALL, { after });
    await until(() => line.heard.some(({ type }) => type === 'next'));
    expect(line.heard.find(({ type }) => type === 'next')!['payload'].data.claimHall).toMatchObject({ kind: 'RESYNC' });
    line.socket.terminate();
  });

  it('the cursor of the future of this epoch is answered with RESYNC', async () => {
    const { rows } = await people.world.sql.query<{ epoch: number; seq: string }>('SELECT epoch, max(seq) AS seq FROM feed GROUP BY epoch');
    const line = await signedIn();
    subscribe(line, HALL, { after: `${String(rows[0]!.epoch)}:${String(Number(rows[0]!.seq) + 1000)}` });
    await until(() => line.heard.some(({ type }) => type === 'next'));
    expect(line.heard.find(({ type }) => type === 'next')!['payload'].data.claimHall).toMatchObject({ kind: 'RESYNC' });
    line.socket.terminate();
  });

  it.each([
    ['no JSON', '{', 4400],
    ['binary', Buffer.from([0, 1, 2]), 4400],
    ['an unknown type', '{"type":"dance"}', 4400],
    ['20 KB', JSON.stringify({ id: '1', type: 'subscribe', payload: { query: `subscription { claimHall { kind } } #${'x'.repeat(20_000)}` } }), 1009],
  ])('%s closes the line, and only this one', async (_title, message, code) => {
    const line = await signedIn();
    line.socket.send(message);
    await until(() => line.code !== null);
    expect(line.code).toBe(code);
    await stillServes();
  });
}); // prettier-ignore
