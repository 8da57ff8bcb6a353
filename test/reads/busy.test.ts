import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Database } from '../../api/src/platform/database/database.ts';
import { hashOf } from '../../api/src/platform/graphql/documents.ts';
import { openOrderWorld, type OrderWorld } from '../support/order-world.ts';

const DOCUMENT = readFileSync('schema/documents/orderDesk.graphql', 'utf8');
const BY_HASH = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(DOCUMENT) } } };

let people: OrderWorld;
let database: { -readonly [K in keyof Database]: Database[K] };
let queryTogether: Database['queryTogether'];
beforeAll(async () => {
  people = await openOrderWorld();
  database = people.world.app.house.database;
  ({ queryTogether } = database);
});
afterEach(() => void (database.queryTogether = queryTogether));
afterAll(() => people.world.close());

async function ask(body: object) {
  const { url, who } = people.reviewer;
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` },
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return {
    ...{ status: response.status, retryAfter: response.headers.get('retry-after') },
    codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [],
  };
}

it.each([
  ['as a whole text', { query: DOCUMENT }],
  ['by its hash', BY_HASH],
])('a busy database is asked once, however the operation came: %s', async (_how, body) => {
  expect(await ask(body)).toMatchObject({ status: 200 });
  expect(await ask(body)).toMatchObject({ status: 200 });
  let asked = 0;
  database.queryTogether = (statements) => {
    if (!statements.some(({ text }) => text.includes('FROM orders'))) return queryTogether(statements);
    asked += 1;
    return Promise.reject(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }));
  };
  expect(await ask(body)).toEqual({ status: 503, retryAfter: '2', codes: ['BUSY'] });
  expect(asked).toBe(1);
});
