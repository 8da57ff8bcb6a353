import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, takeStep, type OrderWorld } from '../support/order-world.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

const PROSPECT = `query($id: ID!, $category: ID) { orderProspect(id: $id, category: $category)
  { claimBy finish { urgency limitLabel finishBy } } }`;
const PLANS = `query($ids: [ID!]!) { orderClaimPlans(ids: $ids) { orderId plannedStart plannedFinish finishBy limitLabel } }`;
const day = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000 - 1).toISOString().slice(0, 10);

it('the street is told what an approval now would set going', async () => {
  const id = await anOrder(people, 'SUBMITTED');
  const { data } = await people.reviewer.ask(PROSPECT, { id });
  const { claimBy, finish } = data!['orderProspect'];
  expect(day(claimBy)).toBe('2026-11-04');
  expect(finish.map(({ urgency, limitLabel }: Record<string, string>) => [urgency, limitLabel])).toEqual(
    expect.arrayContaining([
      ['URGENT', '24小时'],
      ['COMPLEX', '15个工作日'],
    ]),
  );
  expect((await people.liaison.ask(PROSPECT, { id })).errors[0]!.extensions.code).toBe('NOT_ALLOWED');
});

it('a unit is offered a plan that the house takes, for what it may claim and nothing else', async () => {
  const [open, urgent, submitted] = await Promise.all([
    anOrder(people, 'OPEN'),
    anOrder(people, 'OPEN', { title: '紧急修水管' }),
    anOrder(people, 'SUBMITTED'),
  ]);
  const { data } = await people.liaison.ask(PLANS, { ids: [open, urgent, submitted, 'x'] });
  const plans = data!['orderClaimPlans'] as Record<string, string>[];
  expect(plans.map(({ orderId }) => orderId).toSorted()).toEqual([open, urgent].toSorted());
  for (const { orderId, plannedStart, plannedFinish } of plans)
    expect(await people.liaison.does('claim', orderId!, { plannedStart, plannedFinish })).toMatchObject({ state: 'CLAIMED' });
  const none = await people.liaison.ask(PLANS, { ids: [open] });
  expect(none.data!['orderClaimPlans']).toEqual([]);
}); // prettier-ignore

it('a unit that may claim sees whom it can ask to take part, and finds what it was asked or takes part in', async () => {
  const id = await anOrder(people, 'OPEN');
  const partners = async (who = people.liaison) =>
    (await who.order(id, 'partners { unit { id } }'))!['partners'] as { unit: { id: string } }[];
  expect((await partners()).map(({ unit }) => unit.id)).toEqual([people.rivalUnitId]);
  expect(await partners(people.reviewer)).toEqual([]);
  await takeStep(people, 'claimJoint', id);
  expect(await partners()).toEqual([]);
  expect(await bucket('INVITED')).toContain(id);
  expect(await bucket('SHARED')).not.toContain(id);
  await takeStep(people, 'acceptShare', id);
  expect(await bucket('INVITED')).not.toContain(id);
  expect(await bucket('SHARED')).toContain(id);
});

async function bucket(name: string): Promise<string[]> {
  const { data } = await people.rival.ask(`{ orders(filter: { bucket: ${name} }) { nodes { id } } }`);
  return (data!['orders'].nodes as { id: string }[]).map(({ id }) => id);
}
