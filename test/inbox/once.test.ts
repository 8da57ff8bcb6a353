import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { delivered, inboxOf, unreadOf } from '../support/inbox-world.ts';
import { draft, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { STREET } from '../support/world.ts';

const NOTICE = 'kind cursor id noun nounLabel subjectId action label headline unread';
/** Ends the connections of all consumers. */
const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'gongzhi feed' AND (query ILIKE '%inbox%' OR query = 'commit')`;
let people: OrderWorld;
let reviewer: Somebody;

// Two houses on one database: both consume.
beforeAll(async () => {
  people = await openOrderWorld({ nodes: 2 });
  reviewer = await people.world.somebody('STREET_REVIEWER', STREET, { node: 1 });
});
afterAll(() => people.world.close());

/** Submits orders through both houses at once. */
async function submit(count: number): Promise<string[]> {
  const { world, resident } = people;
  const at = world.apps.map(({ url }) => resident.at(url));
  const one = async (index: number) => {
    const id = await draft(at[index % 2]!, { title: `第${String(index)}单` });
    await at[(index + 1) % 2]!.does('submit', id);
    return id;
  };
  const ids: string[] = [];
  for (let from = 0; from < count; from += 10)
    ids.push(...(await Promise.all(Array.from({ length: Math.min(10, count - from) }, (_, n) => one(from + n)))));
  return ids;
}

/** Items of the reviewer about these cases, as the table holds them. */
const kept = async (ids: readonly string[]): Promise<string[]> => {
  const text = 'SELECT subject_id AS id FROM inbox_item WHERE person_id = $1 AND subject_id = ANY ($2::uuid[])';
  return (await people.world.sql.query<{ id: string }>(text, [reviewer.who.id, ids])).rows.map(({ id }) => id);
};

it('two houses that consume at once write each item once, whoever of them loses the database meanwhile', async () => {
  const { sql } = people.world;
  let storming = true;
  let cuts = 0;
  const cutting = (async () => {
    for (; storming; await sleep(30)) cuts += (await sql.query(CUT)).rowCount!;
  })();
  const ids = await submit(60);
  storming = false;
  await cutting;
  expect(cuts).toBeGreaterThan(2);
  await delivered(people.world);
  expect((await kept(ids)).toSorted()).toEqual(ids.toSorted());
});

it('catches up after downtime, in order', async () => {
  const { sql } = people.world;
  const holder = await sql.connect();
  await holder.query('BEGIN; SELECT 1 FROM inbox_cursor FOR UPDATE');
  const ids = await submit(30);
  expect(await kept(ids)).toEqual([]);
  await holder.query('ROLLBACK');
  holder.release();
  await delivered(people.world);
  expect((await kept(ids)).toSorted()).toEqual(ids.toSorted());
  const { rows } = await sql.query('SELECT count(*)::int AS wrong FROM inbox_item i JOIN feed f USING (seq) WHERE f.event_id <> i.event_id'); // prettier-ignore
  expect(rows[0].wrong).toBe(0);
});

it('pushes within a second what can be read by then, with what is unread, and says it again to whoever comes back', async () => {
  const stranger = await people.world.somebody('STREET_REVIEWER', '610303002000', { node: 1 });
  const [live, other] = [reviewer.listens('inboxNotices', NOTICE), stranger.listens('inboxNotices', NOTICE)];
  await Promise.all([live.opened, other.opened]);
  const [first] = await submit(1);
  const answered = performance.now();
  await heard(live.heard, 1);
  expect(live.heard[0]!['heardAt'] - answered).toBeLessThan(1000);
  const [item] = await inboxOf(reviewer, 'first: 1');
  expect(live.heard[0]).toMatchObject({
    ...{
      kind: 'DECISION_ASKED',
      id: item!['id'],
      noun: 'order',
      nounLabel: '点单',
      subjectId: first,
      action: 'submit',
    },
    ...{ headline: item!['headline'], unread: await unreadOf(reviewer) },
  });
  await live.client.dispose();
  const missed = await submit(3);
  await delivered(people.world);
  const back = reviewer.listens('inboxNotices', NOTICE, live.cursor.value);
  await heard(back.heard, 3);
  await sleep(200);
  expect(back.heard.map(({ subjectId }) => subjectId as string).toSorted()).toEqual(missed.toSorted());
  expect(other.heard).toEqual([]);
  await Promise.all([back.client.dispose(), other.client.dispose()]);
});

it('pushes what comes by a post in which the listener does not act, and by one that was given while they listen', async () => {
  const { world } = people;
  const worker = await world.somebody('COMMUNITY_WORKER', '610303002001', { node: 1 });
  const live = worker.listens('inboxNotices', NOTICE);
  await live.opened;
  await world.sql.query(
    `INSERT INTO post (id, person_id, role, scope, starts_at) VALUES (gen_random_uuid(), $1, 'STREET_REVIEWER', $2, $3)`,
    [worker.who.id, STREET, new Date(world.now().getTime() - 1000)],
  );
  const [id] = await submit(1);
  await heard(live.heard, 1);
  expect(live.heard[0]!['subjectId']).toBe(id);
  await world.sql.query(`UPDATE post SET ends_at = $2 WHERE person_id = $1 AND role = 'STREET_REVIEWER'`, [worker.who.id, world.now()]); // prettier-ignore
  await submit(1);
  await delivered(world);
  await sleep(300);
  expect(live.heard).toHaveLength(1);
  await live.client.dispose();
});

async function heard(list: readonly Shown[], count: number): Promise<void> {
  const end = performance.now() + 10_000;
  while (list.length < count && performance.now() < end) await sleep(10);
  expect(list.length).toBeGreaterThanOrEqual(count);
}
