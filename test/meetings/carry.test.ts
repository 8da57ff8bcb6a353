import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY } from '../support/world.ts';
import {
  does,
  isRefused,
  meeting,
  passToStart,
  planned,
  REASON,
  topicOf,
  type MeetingWorld,
} from '../support/meeting-world.ts';

let orders: OrderWorld;
let people: MeetingWorld;
beforeAll(async () => {
  orders = await openOrderWorld();
  const { world, committee, community, supervisor, liaison, unitId } = orders;
  await world.sql.query(`INSERT INTO alliance (id, division_code, name, led_by) VALUES (gen_random_uuid(), $1, '演示联盟', '演示党组织')`, [COMMUNITY]);
  await world.joins(unitId, COMMUNITY);
  const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [COMMUNITY]);
  const secretary = await world.somebody('COMMUNITY_SECRETARY', COMMUNITY);
  const member = await world.somebody('COMMITTEE_MEMBER', COMMUNITY);
  const unit = { id: unitId, name: '演示物业甲', lead: liaison, liaison };
  people = { world, allianceId: rows[0]!.id, secretary, worker: community, committee, supervisor, member, units: [unit] };
}); // prettier-ignore
afterAll(() => orders.world.close());

const carriedIn = async (id: string, by: Somebody = people.secretary): Promise<Shown[]> =>
  (await meeting(by, id, 'topics { id title about source order { id number title } }'))!['topics'] as Shown[];

it('takes up orders that nobody claims or that were put before the meeting; nothing twice, nowhere twice', async () => {
  const [plain, wished] = [await anOrder(orders, 'OPEN'), await anOrder(orders, 'OPEN')];
  const first = await planned(people);
  expect(await carriedIn(first)).toEqual([]);
  await orders.reviewer.does('propose', wished, { reason: REASON });
  await does(people.secretary, 'carryOver', first);
  await people.world.sql.query('UPDATE orders SET unclaimed_at = now() WHERE id = $1', [plain]);
  await does(people.secretary, 'carryOver', first);
  await does(people.secretary, 'carryOver', first);
  const topics = await carriedIn(first);
  expect(topics.map(({ order, source }) => [order.id, source])).toEqual([[wished, 'CARRIED_ORDER'], [plain, 'CARRIED_ORDER']]);
  // Its words are not for every unit: the agenda names number and category.
  expect(JSON.stringify(topics.map(({ title, about }) => [title, about]))).not.toContain('路灯');
  const again = { title: '再提', about: '说明', orderId: plain };
  expect((await isRefused(people.worker, 'proposeTopic', first, again)).code).toBe('MEETING_TOPIC_TWICE');
  expect((await isRefused(people.units[0]!.lead, 'proposeTopic', first, again)).code).toBe('MEETING_ORDER_UNKNOWN');
  const second = await planned(people);
  expect(await carriedIn(second)).toEqual([]);
  await does(people.secretary, 'cancel', first, { reason: REASON });
  await does(people.secretary, 'carryOver', second);
  expect(await carriedIn(second)).toHaveLength(2);
  expect((await orders.reviewer.order(plain, 'meetings { id }'))!['meetings']).toEqual([{ id: second }, { id: first }]);
  await does(people.secretary, 'cancel', second, { reason: REASON });
  await people.world.sql.query('UPDATE orders SET unclaimed_at = NULL, proposed_at = NULL');
}); // prettier-ignore

it('takes up what the last meeting deferred, once', async () => {
  const id = await planned(people);
  const topicId = await topicOf(id, people.worker, '加装电梯');
  await does(people.secretary, 'lockAgenda', id);
  await passToStart(people, id, 0);
  await does(people.secretary, 'open', id);
  await does(people.worker, 'recordOutcome', id, { topicId, outcome: 'DEFER', text: '下次再议' });
  expect(await carriedIn(await planned(people))).toEqual([]);
  await does(people.secretary, 'adjourn', id);
  const next = await planned(people);
  expect(await carriedIn(next)).toMatchObject([{ title: '加装电梯', source: 'CARRIED_TOPIC' }]);
  expect(await carriedIn(await planned(people))).toEqual([]);
});

it('takes up at the notice what has become open since', async () => {
  const id = await planned(people);
  const order = await anOrder(orders, 'OPEN');
  await orders.reviewer.does('propose', order, { reason: REASON });
  await does(people.secretary, 'lockAgenda', id);
  expect((await carriedIn(id)).map((topic) => topic['order']?.id)).toContain(order);
});

it('goes to one of two meetings that carry over at once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const both = [await planned(people), await planned(people)];
    const order = await anOrder(orders, 'OPEN');
    await orders.reviewer.does('propose', order, { reason: REASON });
    await Promise.all(both.map((id) => does(people.secretary, 'carryOver', id)));
    const carried = (await Promise.all(both.map((id) => carriedIn(id)))).flat();
    expect(carried.filter((topic) => topic['order']?.id === order)).toHaveLength(1);
    for (const id of both) await does(people.secretary, 'cancel', id, { reason: REASON });
  }
});
