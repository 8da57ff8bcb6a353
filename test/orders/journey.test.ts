import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  anOrder,
  draft,
  openOrderWorld,
  takeStep,
  TO_STATE,
  type OrderWorld,
  type Reached,
} from '../support/order-world.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

it('leads from the request to the serial number, and tells everybody concerned', async () => {
  const { resident, reviewer, liaison, rival, community, world, unitId } = people;
  const hall = liaison.listens('claimHall');
  const rivalHall = rival.listens('claimHall');
  const desk = reviewer.listens('reviewDesk');
  const mine = resident.listens('myOrders');
  await Promise.all([hall.opened, rivalHall.opened, desk.opened, mine.opened]);

  const id = await draft(resident);
  const submitted = await takeStep(people, 'submit', id);
  expect(submitted).toMatchObject({ state: 'SUBMITTED', number: expect.stringMatching(/^610303-20261102-\d{5}-\d$/) });
  await takeStep(people, 'approve', id);
  await takeStep(people, 'claim', id);
  const refusal = await rival.isRefused('claim', id, { plannedStart: world.now(), plannedFinish: world.now() });
  expect(refusal).toMatchObject({
    code: 'ORDER_ALREADY_CLAIMED',
    standing: { state: 'CLAIMED', holder: '演示物业甲' },
  });
  for (const action of ['start', 'report', 'finish', 'pass']) await takeStep(people, action, id);
  const cleared = await takeStep(people, 'rate', id);
  expect(cleared).toMatchObject({
    state: 'CLEARED',
    closing: 'RATED',
    serial: expect.stringMatching(/^销610303001-2026-\d{5}$/),
  });

  await until(
    () =>
      hall.heard.length >= 8 &&
      desk.heard.length >= 8 &&
      mine.heard.at(-1)?.['action'] === 'clear' &&
      rivalHall.heard.length >= 2,
  );
  expect(hall.heard.map(({ kind, action }) => [kind, action]).slice(0, 3)).toEqual([
    ['OPENED', 'approve'],
    ['CHANGED', 'claim'],
    ['CHANGED', 'start'],
  ]);
  expect(rivalHall.heard.map(({ kind }) => kind)).toEqual(['OPENED', 'TAKEN']);
  expect(rivalHall.heard[1]).toMatchObject({ order: { id, unit: { id: unitId } } });
  expect(desk.heard[0]).toMatchObject({ kind: 'SUBMITTED', order: { id } });
  expect(mine.heard.at(-1)).toMatchObject({ action: 'clear', order: { state: 'CLEARED' } });
  expect(
    (await community.order(id, 'events(first: 20) { action label person role }'))!['events'].map(
      (event: { action: string }) => event.action,
    ),
  ).toEqual(['clear', 'rate', 'pass', 'finish', 'report', 'start', 'claim', 'approve', 'submit', 'create']);
  for (const { client } of [hall, rivalHall, desk, mine]) await client.dispose();
});

it.each(Object.keys(TO_STATE) as Reached[])('reaches %s', async (state) => {
  const id = await anOrder(people, state);
  expect(await people.resident.order(id, 'state')).toEqual({ state });
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}
