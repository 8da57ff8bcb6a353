import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMeetingWorld, type MeetingWorld } from '../support/meeting-world.ts';
import { anOrder, inputFor, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import { bring, CIRCULAR, copyOf, dispatched, isRefused } from '../support/resolution-world.ts';
import type { World } from '../support/world.ts';

let orders: OrderWorld;
let meetings: MeetingWorld;
let dispatchedId: string;

beforeAll(async () => {
  [orders, meetings] = await Promise.all([openOrderWorld(), openMeetingWorld()]);
  dispatchedId = await dispatched(meetings);
});
afterAll(() => Promise.all([orders.world.close(), meetings.world.close()]));

const closings = async ({ sql }: World, id: string) =>
  (await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM closing WHERE subject_id = $1', [id]))
    .rows[0]!.count;

/** What is wrong with what stands at the moment of closing off, brought about behind the back of the verbs. */
const FAULTS = [
  ['no result', `result = NULL`, 'CLOSING_NO_RESULT'],
  ['nobody did it', `executor_id = NULL`, 'CLOSING_NO_EXECUTOR'],
  ['nobody checked it', `checker_id = NULL`, 'CLOSING_NOT_CHECKED'],
  ['checked by who did it', `checker_id = executor_id`, 'CLOSING_CHECKER_IS_EXECUTOR'],
] as const;

const CO_UNIT = randomUUID();

describe('An order', () => {
  const closes = async (change: string, code: string) => {
    const { world, resident } = orders;
    const id = await anOrder(orders, 'AWAITING_RATING');
    await world.sql.query(change.startsWith('DELETE') ? change : `UPDATE orders SET ${change} WHERE id = $1`, [id]);
    const state = async () => (await world.sql.query(`SELECT to_jsonb(o) AS row, (SELECT count(*) FROM event WHERE subject_id = o.id) AS events, (SELECT count(*) FROM order_rating) AS ratings FROM orders o WHERE id = $1`, [id])).rows[0] as unknown;
    const before = await state();
    expect(await resident.isRefused('rate', id, await inputFor(orders, 'rate', id))).toMatchObject({ code });
    expect(await state()).toEqual(before);
    expect(await closings(world, id)).toBe(0);
  }; // prettier-ignore

  it.each([
    ...FAULTS,
    ['checked by the unit', `checker_unit_ids = ARRAY[unit_id]`, 'CLOSING_CHECKER_OF_UNIT'],
    ['checked by a co-unit', `share_unit_ids = ARRAY['${CO_UNIT}'::uuid], checker_unit_ids = ARRAY['${CO_UNIT}'::uuid]`, 'CLOSING_CHECKER_OF_UNIT'],
    ['neither notice nor reason', `public_notice = false, not_public_reason = NULL`, 'CLOSING_NO_NOTICE'],
    ['a reason of nine characters', `public_notice = false, not_public_reason = '涉及个人隐私不公示'`, 'CLOSING_NO_NOTICE'],
    ['no evidence', `DELETE FROM file WHERE subject_id = $1`, 'CLOSING_NO_EVIDENCE'],
  ] as const)('is not closed off with %s', (_, change, code) => closes(change, code)); // prettier-ignore
});

describe('A resolution', () => {
  it.each([
    ...FAULTS,
    ['checked by the unit', `checker_unit_ids = ARRAY[lead_unit_id]`, 'CLOSING_CHECKER_OF_UNIT'],
    ['checked by a co-unit', `checker_unit_ids = co_unit_ids`, 'CLOSING_CHECKER_OF_UNIT'],
    ['no evidence', `evidence_text = NULL`, 'CLOSING_NO_EVIDENCE'],
  ] as const)('is not closed off with %s', async (_, change, code) => {
    const id = await bring(meetings, await copyOf(meetings, dispatchedId), 'TO_CLEAR');
    await meetings.world.sql.query(`UPDATE resolution SET ${change} WHERE id = $1`, [id]);
    expect(await isRefused(meetings, meetings.secretary, ['clear', id, CIRCULAR])).toMatchObject({ code });
    expect(await closings(meetings.world, id)).toBe(0);
  }); // prettier-ignore
});

describe('The table itself', () => {
  const [who, other, unit] = [randomUUID(), randomUUID(), randomUUID()];
  const sound = () => ({
    ...{ noun: 'order', subject_id: randomUUID(), round: 1, serial: `销${randomUUID()}`, result: '已办理' },
    ...{ evidence: [{ text: '验收单', sha256: 'a'.repeat(64) }], executor_id: who, executor_unit_ids: [unit] },
    ...{ checker_id: other, checker_unit_ids: [randomUUID()], voice: 'HEARD', notice_given: true, no_notice_reason: null },
    ...{ closed_by: null, at: '2026-11-02T02:00:00Z' },
  }); // prettier-ignore
  const keeps = (row: object) =>
    orders.world.sql.query('INSERT INTO closing SELECT * FROM jsonb_populate_record(null::closing, $1)', [
      JSON.stringify(row),
    ]);

  it.each([
    ['an empty result', { result: ' ' }, 'closing_no_result'],
    ['no evidence', { evidence: [] }, 'closing_no_evidence'],
    ['evidence without a digest', { evidence: [{ text: '验收单' }, { text: 'x', sha256: '' }] }, 'closing_no_evidence'],
    ['a digest of nothing', { evidence: [{ sha256: 'a'.repeat(64) }] }, 'closing_no_evidence'],
    ['no unit', { executor_unit_ids: [] }, 'closing_no_executor'],
    ['one who checks themselves', { checker_id: who }, 'closing_checker_is_executor'],
    ['a checker of the unit', { checker_unit_ids: [randomUUID(), unit] }, 'closing_checker_of_unit'],
    ['neither notice nor reason', { notice_given: false }, 'closing_no_notice'],
    ['a short reason', { notice_given: false, no_notice_reason: '不公示' }, 'closing_no_notice'],
  ])('takes nothing with %s', async (_, change, constraint) => {
    await expect(keeps({ ...sound(), ...change })).rejects.toMatchObject({ constraint });
  });

  it('lets one number stand for one thing, and one thing have one number', async () => {
    const first = sound();
    await keeps(first);
    await keeps({ ...first, round: 2 });
    await expect(keeps({ ...first, subject_id: randomUUID() })).rejects.toMatchObject({ constraint: 'closing_serial_of_one' }); // prettier-ignore
    await expect(keeps({ ...first, round: 3, serial: `销${randomUUID()}` })).rejects.toMatchObject({ constraint: 'closing_one_serial' }); // prettier-ignore
    await expect(keeps(first)).rejects.toMatchObject({ code: '23505' });
  });

  it.each([`UPDATE closing SET result = '改'`, 'DELETE FROM closing', 'TRUNCATE closing'])(
    'is not changed by the house: %s',
    async (text) => {
      await expect(orders.world.app.house.database.query('', text)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
