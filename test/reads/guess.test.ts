import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { hashOf } from '../../api/src/platform/graphql/documents.ts';
import { anOrder, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Answer, Somebody } from '../support/somebody.ts';
import { COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

const DESK = readFileSync('schema/documents/orderDesk.graphql', 'utf8');
const WAYS = [
  ['as a whole text', { query: DESK }],
  ['by its hash', { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(DESK) } } }],
] as const;

let people: OrderWorld;
let orderId: string;
let otherId: string;
beforeAll(async () => {
  people = await openOrderWorld();
  orderId = await anOrder(people, 'SUBMITTED');
  otherId = await anOrder(people, 'SUBMITTED', { title: '修门禁' });
});
afterAll(() => people.world.close());

async function ask({ url, who }: Somebody, body: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` },
  });
  return (await response.json()) as Answer;
}

/** Somebody whose token the house has seen with this question: from now on it guesses. */
async function known(body: object, role: 'STREET_REVIEWER' | 'COMMUNITY_WORKER' = 'STREET_REVIEWER') {
  const by = await people.world.somebody(role, role === 'STREET_REVIEWER' ? STREET : COMMUNITY);
  const answers = [await ask(by, body), await ask(by, body), await ask(by, body)];
  expect(answers[2]).toEqual(answers[0]);
  return { by, answer: answers[0]! };
}

/** The session goes on as another post, behind the back of this house. */
async function switchPost(by: Somebody, role: string, scope: string): Promise<void> {
  await people.world.sql.query(
    `WITH made AS (INSERT INTO post (id, person_id, role, scope, starts_at) VALUES (gen_random_uuid(), $1, $2, $3, '2026-01-01') RETURNING id)
     UPDATE session SET post_id = (SELECT id FROM made) WHERE person_id = $1`,
    [by.who.id, role, scope],
  );
}

const ENDINGS = [
  ['the end of the session', 'UPDATE session SET ended_at = created_at WHERE person_id = $1'],
  ['the lock of the account', `UPDATE account SET state = 'LOCKED' WHERE id = $1`],
] as const;

it.each(WAYS)('a question asked before is answered in one trip, the look-up of the session included: %s', async (_, body) => {
  const { by } = await known(body);
  await people.world.app.house.calendar();
  const { statements, trips } = await people.world.trips(() => ask(by, body));
  expect([statements.length, trips]).toEqual([2, 1]);
  expect(statements[0]).toMatch(/FROM session/);
}); // prettier-ignore

it.each(WAYS.flatMap(([way, body]) => ENDINGS.map(([ending, sql]) => [ending, way, body, sql] as const)))(
  'after %s nothing is answered any more: %s',
  async (_ending, _way, body, sql) => {
    const { by } = await known(body);
    await people.world.sql.query(sql, [by.who.id]);
    expect(await ask(by, body)).toMatchObject({ errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] });
  },
);

it.each(WAYS)('whoever acts as another post meanwhile is answered as that: %s', async (_, body) => {
  const { by, answer } = await known(body);
  await switchPost(by, 'STREET_REVIEWER', OTHER_STREET);
  const other = await people.world.somebody('STREET_REVIEWER', OTHER_STREET);
  const now = await ask(by, body);
  expect(now).toEqual(await ask(other, body));
  expect(now).not.toEqual(answer);
});

it('an act is done once, by whoever it really is', async () => {
  const { by } = await known(WAYS[0][1], 'COMMUNITY_WORKER');
  await switchPost(by, 'STREET_REVIEWER', STREET);
  const call = await by.calls('orderAskMore', { orderId, question: '请补充路灯的具体位置和编号' }, 'order { state }');
  expect(call).toMatchObject({ error: null, payload: { order: { state: 'NEED_INFO' } } });
  const text = `SELECT role FROM event WHERE subject_id = $1 AND action = 'askMore'`;
  expect((await people.world.sql.query(text, [orderId])).rows).toEqual([{ role: 'STREET_REVIEWER' }]);
});

it('what was guessed wrong is refused as whoever it really is', async () => {
  const { by } = await known(WAYS[0][1]);
  await switchPost(by, 'COMMUNITY_WORKER', COMMUNITY);
  const call = await by.calls('orderAskMore', { orderId: otherId, question: '请补充路灯的具体位置和编号' });
  expect(call.error?.code).toBe('NOT_ALLOWED');
});
