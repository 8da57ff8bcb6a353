import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endOfDay } from '../../../api/src/kernel/calendar.ts';
import * as support from '../../support/agreement-world.ts';
import { APPROVAL, plan, REQUEST } from '../../support/order-world.ts';
import { eventsOf, settle } from '../../support/rules.ts';
import type { Somebody } from '../../support/somebody.ts';
import { COMMUNITY, STREET } from '../../support/world.ts';

const { agreementIn, dayIn, does, isListed, isRefused, membershipOf, passTo, REASON, seen } = support;

let cast: support.AgreementWorld;
let resident: Somebody;
let reviewer: Somebody;
beforeAll(async () => {
  cast = await support.openAgreementWorld();
  const people = await cast.world.people([
    ['RESIDENT', COMMUNITY],
    ['STREET_REVIEWER', STREET],
  ]);
  [resident, reviewer] = [people[0]!, people[1]!];
});
afterAll(() => cast.world.close());

/** An order that was offered to all members. */
async function offered(): Promise<string> {
  const { payload } = await resident.calls(
    'orderCreate',
    { ...REQUEST, idempotencyKey: crypto.randomUUID() },
    'order { id }',
  );
  const id = payload!['order'].id as string;
  await resident.does('submit', id);
  await reviewer.does('approve', id, APPROVAL);
  return id;
}

it('a unit is a member from the first day to 24:00 of the last one, and so may claim', async () => {
  const newcomer = await cast.newcomer();
  const { unitId, lead, liaison } = newcomer;
  const before = await offered();
  const id = await agreementIn(cast, 'SIGNED', newcomer, {
    startsOn: dayIn(cast.world, 10),
    endsOn: dayIn(cast.world, 60),
  });
  expect((await liaison.isRefused('claim', before, plan(cast.world))).code).toBe('NOT_FOUND');
  expect(await membershipOf(cast, id)).toBeNull();

  await passTo(cast, endOfDay(dayIn(cast.world, 9)), -1);
  await settle(cast.world);
  expect(await isListed(cast, unitId)).toBe(false);
  await passTo(cast, endOfDay(dayIn(cast.world, 0)), 1);
  await settle(cast.world);
  // The term is shorter than sixty days by now: both sides are told at once.
  expect((await seen(lead, id))!['state']).toBe('EXPIRING');
  expect(await isListed(cast, unitId)).toBe(true);

  const { until } = (await membershipOf(cast, id))!;
  expect(until.toISOString()).toMatch(/T16:00:00.000Z$/);
  await passTo(cast, until, -2);
  const [early, late] = [await offered(), await offered()];
  await liaison.does('claim', early, plan(cast.world));
  await passTo(cast, until, 1);
  expect((await liaison.isRefused('claim', late, plan(cast.world))).code).toBe('ORDER_MEMBERSHIP_ENDED');
  await settle(cast.world);
  expect((await seen(lead, id))!['state']).toBe('EXPIRED');
  // Whoever is no member is asked no more; what the unit holds stays with it.
  expect((await liaison.isRefused('claim', await offered(), plan(cast.world))).code).toBe('NOT_FOUND');
  await liaison.does('start', early, { contactedAt: cast.world.now().toISOString(), contactedHow: '电话联系' });
});

it('nobody leaves who still owes something, and what it is is said', async () => {
  const newcomer = await cast.newcomer();
  const { unitId, lead, liaison } = newcomer;
  const id = await agreementIn(cast, 'ACTIVE', newcomer);
  const order = await offered();
  await liaison.does('claim', order, plan(cast.world));
  const number = (await liaison.order(order))!['number'] as string;

  const count = (await eventsOf(cast.world, id)).length;
  const refusal = await isRefused(lead, 'terminate', id, { reason: REASON });
  expect(refusal).toMatchObject({ code: 'AGREEMENT_UNIT_OWES' });
  expect(refusal.message).toContain(`点单${number}`);
  expect(await eventsOf(cast.world, id)).toHaveLength(count);

  await liaison.does('requestRelease', order, { reason: REASON, rightUnit: '其他成员单位', basis: '职责分工' });
  await reviewer.does('acceptRelease', order, { reason: REASON, atFault: false });
  await does(lead, 'terminate', id, { reason: REASON });
  expect((await isRefused(cast.secretary, 'recall', id, { reason: REASON })).code).toBe('NOT_ALLOWED');
  await does(lead, 'recall', id, { reason: REASON });
  expect((await seen(lead, id))!['state']).toBe('ACTIVE');

  await does(cast.secretary, 'terminate', id, { reason: REASON });
  const { noticeEndsAt } = (await seen(lead, id, 'noticeEndsAt'))!;
  await passTo(cast, new Date(noticeEndsAt as string), -1);
  await settle(cast.world);
  expect(await isListed(cast, unitId)).toBe(true);
  await passTo(cast, new Date(noticeEndsAt as string), 1);
  await settle(cast.world);
  expect(await isListed(cast, unitId)).toBe(false);
  expect((await seen(cast.supervisor, id))!['state']).toBe('TERMINATED');
  expect((await membershipOf(cast, id))!.until.getTime()).toBeLessThanOrEqual(cast.world.now().getTime());
  // The place is free again.
  await agreementIn(cast, 'ACTIVE', newcomer);
  expect(await isListed(cast, unitId)).toBe(true);
});
