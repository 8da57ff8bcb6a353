import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  anOrder,
  draft,
  inputFor,
  openOrderWorld,
  REASON,
  REQUEST,
  takeStep,
  type OrderWorld,
} from '../../support/order-world.ts';
import type { Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

let people: OrderWorld;
let neighbour: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
  neighbour = await people.world.somebody('RESIDENT', COMMUNITY);
});
afterAll(() => people.world.close());

/** An order of the resident into which one of somebody else was merged. */
async function master(
  by: Somebody,
  more: object = {},
): Promise<{ readonly masterId: string; readonly mergedId: string }> {
  const masterId = await anOrder(people, 'SUBMITTED', { publishConsent: false });
  const mergedId = await draft(by, { publishConsent: false, ...more });
  await by.does('submit', mergedId);
  await people.reviewer.does('merge', mergedId, { masterId, reason: REASON });
  return { masterId, mergedId };
}

const told = async (orderId: string, action: string): Promise<string[]> => {
  const text = 'SELECT person_ids FROM event WHERE subject_id = $1 AND action = $2';
  const { rows } = await people.world.sql.query<{ person_ids: string[] }>(text, [orderId, action]);
  return rows.flatMap((row) => row.person_ids).toSorted();
};

describe('an order that goes on within another', () => {
  it('lets its orderer hear what becomes of the master, and no longer once it is taken out', async () => {
    const { masterId, mergedId } = await master(neighbour);
    await takeStep(people, 'approve', masterId);
    expect(await told(masterId, 'approve')).toEqual([people.resident.who.id, neighbour.who.id].toSorted());
    await people.reviewer.does('unmerge', mergedId, { reason: REASON });
    await takeStep(people, 'claim', masterId);
    expect(await told(masterId, 'claim')).toEqual([people.resident.who.id]);
  });

  it('lets its orderer rate and dispute the master, but not take it back', async () => {
    const { masterId } = await master(neighbour);
    expect(await neighbour.isRefused('withdraw', masterId, { reason: REASON })).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const action of ['approve', 'claim', 'start', 'finish', 'pass']) await takeStep(people, action, masterId);
    expect(await takeStep(people, 'rate', masterId)).toMatchObject({ state: 'AWAITING_RATING' });
    expect(await neighbour.does('rate', masterId, { score: 4 })).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
  });

  it('lets whoever took it down for a resident pass on what the resident says', async () => {
    const onBehalf = { channel: 'HALL', residentName: '示例丁', residentPhone: '19912340001', estate: REQUEST.estate };
    const { masterId } = await master(people.community, onBehalf);
    for (const action of ['approve', 'claim', 'start', 'finish']) await takeStep(people, action, masterId);
    const checker = await people.world.somebody('COMMUNITY_WORKER', COMMUNITY);
    await checker.does('pass', masterId, await inputFor(people, 'pass', masterId, checker));
    await takeStep(people, 'rate', masterId);
    expect(await people.community.does('rate', masterId, { score: 3 })).toMatchObject({ state: 'CLEARED' });
  });

  it('goes into one of two that are merged into each other at once, never both into each other', async () => {
    const [one, other] = [await anOrder(people, 'SUBMITTED'), await anOrder(people, 'SUBMITTED')];
    await Promise.all([
      people.reviewer.calls('orderMerge', { orderId: one, masterId: other, reason: REASON }),
      people.otherReviewer.calls('orderMerge', { orderId: other, masterId: one, reason: REASON }),
    ]);
    const states = [await people.reviewer.order(one, 'state'), await people.reviewer.order(other, 'state')];
    expect(states.map((order) => order!['state']).toSorted()).toEqual(['MERGED', 'SUBMITTED']);
  });
});

it('keeps a resident who works for the unit from rating its work', async () => {
  const id = await anOrder(people, 'AWAITING_RATING');
  const { sql } = people.world;
  await sql.query(
    `INSERT INTO post (id, person_id, role, scope, starts_at) VALUES ($1, $2, 'UNIT_LIAISON', $3, '2025-01-01')`,
    [v7(), people.resident.who.id, people.unitId],
  );
  expect(await people.resident.isRefused('rate', id, { score: 5 })).toMatchObject({ code: 'ORDER_RATER_INVOLVED' });
  expect(await people.resident.order(id, 'state')).toEqual({ state: 'AWAITING_RATING' });
  await sql.query('DELETE FROM post WHERE person_id = $1 AND scope = $2', [people.resident.who.id, people.unitId]);
});

it('gives invited units no more time because another one answered', async () => {
  const third = await people.world.unit('演示医院丙');
  const id = await anOrder(people, 'OPEN');
  await takeStep(people, 'claimJoint', id, { coUnits: [people.rivalUnitId, third] });
  const due = () =>
    people.world.sql
      .query<{ due_at: Date }>(`SELECT due_at FROM process_clock WHERE subject_id = $1 AND action = 'acceptShare'`, [
        id,
      ])
      .then(({ rows }) => rows[0]?.due_at.toISOString() ?? null);
  const before = await due();
  people.world.later({ hours: 20 });
  await takeStep(people, 'acceptShare', id);
  expect(await due()).toBe(before);
  await (await people.world.somebody('UNIT_LIAISON', third)).does('acceptShare', id);
  expect(await due()).toBeNull();
});
