import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { anOrder, openOrderWorld, plan, takeStep, type OrderWorld } from '../support/order-world.ts';
import { columnsOf, eventsOf } from '../support/rules.ts';
import type { Somebody } from '../support/somebody.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

const claimBy = (who: Somebody, id: string, idempotencyKey: string = randomUUID(), planned = plan(people.world)) =>
  who.calls('orderClaim', { orderId: id, idempotencyKey, ...planned }, 'order { state version }');

const codeOf = ({ payload }: Awaited<ReturnType<Somebody['calls']>>) =>
  (payload?.['userErrors'] as { code: string }[] | undefined)?.map(({ code }) => code);

/** Runs `meanwhile` in a transaction that keeps the order locked while `call` waits for it; returns what the call answered. */
async function whileItWaits<T>(id: string, call: () => Promise<T>, meanwhile: (sql: pg.PoolClient) => Promise<unknown>): Promise<T> {
  return holding((sql) => sql.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [id]), call, meanwhile);
} // prettier-ignore

async function holding<T>(
  hold: (sql: pg.PoolClient) => Promise<unknown>,
  call: () => Promise<T>,
  meanwhile: (sql: pg.PoolClient) => Promise<unknown>,
): Promise<T> {
  const sql = await people.world.sql.connect();
  try {
    await sql.query('BEGIN');
    await hold(sql);
    const answer = call();
    while ((await people.world.sql.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount === 0);
    await meanwhile(sql);
    await sql.query('COMMIT');
    return await answer;
  } finally {
    await sql.query('ROLLBACK');
    sql.release();
  }
}

const UNIT_OF = 'UPDATE orders SET state = $2, unit_id = $3, version = version + 1 WHERE id = $1';

it('a claim that waits for one that wins is told who has the order', async () => {
  const { liaison, rivalUnitId } = people;
  const id = await anOrder(people, 'OPEN');
  const answer = await whileItWaits(id, () => claimBy(liaison, id), (sql) => sql.query(UNIT_OF, [id, 'CLAIMED', rivalUnitId])); // prettier-ignore
  expect(answer.payload).toMatchObject({
    order: null,
    userErrors: [{ code: 'ORDER_ALREADY_CLAIMED', message: expect.stringContaining('演示学校乙') }],
  });
});

it('who may is decided by what stands after the wait, not by what stood when it began', async () => {
  const { liaison, unitId } = people;
  const id = await anOrder(people, 'OPEN');
  const answer = await whileItWaits(
    id,
    () => claimBy(liaison, id),
    (sql) => sql.query('DELETE FROM order_audience WHERE order_id = $1 AND unit_id = $2', [id, unitId]),
  );
  expect(codeOf(answer)).toEqual(['NOT_FOUND']);
  expect(await columnsOf(people.world, id)).toMatchObject({ state: 'OPEN', unit_id: null });
});

it('what the verb asked for and the clocks that end are read after the wait too', async () => {
  const { world, liaison, unitId } = people;
  const id = await anOrder(people, 'OPEN');
  const dueAt = new Date(world.now().getTime() + 3_600_000);
  const refused = await whileItWaits(id, () => claimBy(liaison, id), (sql) => sql.query("UPDATE unit SET state = 'SUSPENDED' WHERE id = $1", [unitId])); // prettier-ignore
  expect(codeOf(refused)).toEqual(['ORDER_UNIT_SUSPENDED']);
  await world.sql.query("UPDATE unit SET state = 'ACTIVE' WHERE id = $1", [unitId]);
  const taken = await whileItWaits(id, () => claimBy(liaison, id), (sql) => sql.query('UPDATE process_clock SET due_at = $2 WHERE subject_id = $1', [id, dueAt])); // prettier-ignore
  expect(codeOf(taken)).toEqual([]);
  const [event] = await eventsOf(world, id, 'claim');
  expect(event!.clocks).toMatchObject([{ action: 'flagUnclaimed', dueAt: dueAt.toISOString() }]);
});

it('whoever comes too late is not put in line', async () => {
  const id = await anOrder(people, 'CLAIMED');
  const sql = await people.world.sql.connect();
  await sql.query('BEGIN');
  await sql.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [id]);
  try {
    expect(codeOf(await claimBy(people.rival, id))).toEqual(['ORDER_ALREADY_CLAIMED']);
  } finally {
    await sql.query('ROLLBACK');
    sql.release();
  }
});

const KEY = `INSERT INTO idempotency_key (person_id, verb, key, digest, subject_id, at) VALUES ($1, 'orderClaim', $2, '', $3, now())`;

it('whoever seemed too late takes the order if it has come back meanwhile', async () => {
  const { world, liaison } = people;
  const [id, key] = [await anOrder(people, 'OPEN'), randomUUID()];
  await world.sql.query("UPDATE orders SET state = 'REJECTED' WHERE id = $1", [id]);
  // The call sees the order as it was when it began to wait for its key.
  const answer = await holding(
    (sql) => sql.query(KEY, [liaison.who.id, key, id]),
    () => claimBy(liaison, id, key),
    async (sql) => {
      await world.sql.query("UPDATE orders SET state = 'OPEN' WHERE id = $1", [id]);
      await sql.query('ROLLBACK');
    },
  );
  expect(answer.payload).toMatchObject({ order: { state: 'CLAIMED' }, userErrors: [] });
});

it('a call that waits for the same call answers the same, and changes nothing', async () => {
  const id = await anOrder(people, 'OPEN');
  const [key, planned] = [randomUUID(), plan(people.world)];
  const call = () => claimBy(people.liaison, id, key, planned);
  const answers = await Promise.all(Array.from({ length: 8 }, call));
  for (const { payload } of answers) expect(payload).toMatchObject({ order: { state: 'CLAIMED' }, userErrors: [] });
  expect(await eventsOf(people.world, id, 'claim')).toHaveLength(1);
  // Done calls answer even while somebody else works on the order.
  const sql = await people.world.sql.connect();
  await sql.query('BEGIN');
  await sql.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [id]);
  expect((await call()).payload).toMatchObject({ userErrors: [] });
  await sql.query('ROLLBACK');
  sql.release();
});

it('a claim that lives although the order is open is found by the index', async () => {
  const { world, liaison, rival, rivalUnitId } = people;
  const id = await anOrder(people, 'OPEN');
  await world.sql.query(
    `INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at) VALUES (gen_random_uuid(), $1, $2, $3, 1, false, now())`,
    [id, rivalUnitId, rival.who.id],
  );
  const before = await columnsOf(world, id);
  expect(codeOf(await claimBy(liaison, id))).toEqual(['ORDER_ALREADY_CLAIMED']);
  expect(await columnsOf(world, id)).toEqual(before);
  expect(await eventsOf(world, id, 'claim')).toEqual([]);
});

it('who waits longer than two seconds is told that it is busy', async () => {
  const id = await anOrder(people, 'OPEN');
  const sql = await people.world.sql.connect();
  await sql.query('BEGIN');
  await sql.query('SELECT FROM orders WHERE id = $1 FOR UPDATE', [id]);
  const { answer } = await claimBy(people.liaison, id);
  await sql.query('ROLLBACK');
  sql.release();
  expect(answer.errors).toMatchObject([{ extensions: { code: 'BUSY' } }]);
  expect(await takeStep(people, 'claim', id)).toMatchObject({ state: 'CLAIMED' });
});
