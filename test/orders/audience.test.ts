import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, APPROVAL, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { OTHER_STREET } from '../support/world.ts';

let people: OrderWorld;
let orderId: string;

beforeAll(async () => {
  people = await openOrderWorld();
  orderId = await anOrder(people, 'SUBMITTED');
});
afterAll(() => people.world.close());

const ASKED = `query ($orderId: ID!, $audience: OrderAudience!, $units: [ID!]! = []) {
  orderAudience(orderId: $orderId, audience: $audience, units: $units) { count names } }`;

async function preview(who: Somebody, audience: string, units: readonly string[] = []): Promise<Shown | null> {
  return (await who.reads(ASKED, { orderId, audience, units }))['orderAudience'] as Shown | null;
}

it('counts and names whom the review would reach, as the review then does', async () => {
  const { reviewer, world } = people;
  const only = await world.unit('演示驿站丙');
  await world.sql.query(`DELETE FROM unit_capability WHERE unit_id = $1 AND category_code = 'PUBLIC_FACILITY'`, [only]);
  expect(await preview(reviewer, 'ALL')).toEqual({ count: 3, names: ['演示物业甲', '演示学校乙', '演示驿站丙'] });
  const capable = await preview(reviewer, 'CAPABLE');
  expect(capable).toEqual({ count: 2, names: ['演示物业甲', '演示学校乙'] });

  const stranger = await world.unit('演示外镇单位', [OTHER_STREET]);
  expect(await preview(reviewer, 'CHOSEN', [stranger, only, 'abc'])).toEqual({ count: 1, names: ['演示驿站丙'] });
  expect(await preview(reviewer, 'CHOSEN')).toEqual({ count: 0, names: [] });

  await reviewer.does('approve', orderId, { ...APPROVAL, audience: 'CAPABLE' });
  const offered = await reviewer.order(orderId, 'offers { unit { name } }');
  expect(offered!['offers']).toHaveLength((capable as { count: number }).count);
});

it('tells the units among which can be chosen, and counts for another category than the order has', async () => {
  const { reviewer } = people;
  const asked = `query ($orderId: ID!, $category: ID) { all: orderAudience(orderId: $orderId, audience: CHOSEN) { members { unitId name } }
    capable: orderAudience(orderId: $orderId, audience: CAPABLE, category: $category) { count } }`;
  const { all, capable } = await reviewer.reads(asked, { orderId, category: 'NO_SUCH' });
  expect((all as Shown)['members']).toContainEqual({ unitId: people.unitId, name: '演示物业甲' });
  expect(capable).toEqual({ count: 0 });
});

it('is for the street that reviews: others learn nothing of the order', async () => {
  const { world, reviewer } = people;
  const elsewhere = await world.somebody('STREET_REVIEWER', OTHER_STREET);
  expect(await preview(elsewhere, 'ALL')).toBeNull();
  expect((await reviewer.reads(ASKED, { orderId: 'abc', audience: 'ALL' }))['orderAudience']).toBeNull();
  for (const who of [people.liaison, people.resident, people.supervisor]) {
    const { errors, data } = await who.ask(ASKED, { orderId, audience: 'ALL' });
    expect([errors[0]?.extensions.code, data]).toEqual(['NOT_ALLOWED', null]);
  }
});
