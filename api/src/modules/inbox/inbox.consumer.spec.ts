import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Case } from '../../platform/process/case.ts';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { consume } from './inbox.consumer.ts';

const PERSON = '018f0000-0000-7000-8000-000000000003';
const CASES = [
  { process: { noun: 'thing', label: '事项' }, notices: { act: { kind: 'NEW', to: ['PERSONS'] } } },
] as unknown as readonly Case[];

let place: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  place = await freshDatabase();
  client = new pg.Client(place.url);
  await client.connect();
  await client.query(`INSERT INTO person (id, kind, name, created_at) VALUES ($1, 'STAFF', '示例甲', now())`, [PERSON]);
});
afterAll(async () => {
  await client.end();
  await place.drop();
});

/** Puts events at the end of the feed, `daysAgo` old. */
async function feed(count: number, daysAgo = 0): Promise<void> {
  await client.query(
    `WITH e AS (INSERT INTO event (id, noun, subject_id, action, at, person_ids)
       SELECT gen_random_uuid(), 'thing', gen_random_uuid(), 'act', now() - make_interval(days => $2), ARRAY[$3::uuid] FROM generate_series(1, $1)
       RETURNING id)
     INSERT INTO feed (seq, epoch, event_id, hash)
     SELECT (SELECT coalesce(max(seq), 0) FROM feed) + row_number() OVER (), 1, id, decode(repeat('00', 32), 'hex') FROM e`,
    [count, daysAgo, PERSON],
  );
}

/** Consumes a batch; says how many events it took and how many statements. */
async function batch(): Promise<readonly [events: number | null, statements: number]> {
  let statements = 0;
  const counting = new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') statements += 1;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const events = await consume(counting, CASES, new Date(Date.now() - 90 * 86_400_000));
  return [events, statements];
}

const items = async () => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM inbox_item')).rows[0]!.n;

it('a batch costs the same few statements however many events it holds', async () => {
  await feed(1);
  const [, alone] = await batch();
  await feed(700);
  expect(await batch()).toEqual([500, alone]);
  expect(await batch()).toEqual([200, alone]);
  expect(alone).toBe(4);
  expect(await items()).toBe(701);
});

it('what is too old to be news is passed over, and nothing is taken twice', async () => {
  await feed(3, 91);
  await feed(2, 89);
  expect((await batch())[0]).toBe(5);
  expect((await batch())[0]).toBe(0);
  expect(await items()).toBe(703);
});

it('a node that stops in the middle has written nothing', async () => {
  await feed(5);
  const dying = new Proxy(client, {
    get: (target, name) => {
      if (name !== 'query') return Reflect.get(target, name) as unknown;
      return (query: unknown) =>
        query === 'commit' ? Promise.reject(new Error('gone')) : target.query(query as string);
    },
  });
  await expect(consume(dying, CASES, new Date(0))).rejects.toThrow('gone');
  await client.query('rollback');
  expect(await items()).toBe(703);
  expect((await batch())[0]).toBe(5);
  expect(await items()).toBe(708);
});
