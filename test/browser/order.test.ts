import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { draft, openOrderWorld, takeStep, type OrderWorld } from '../support/order-world.ts';
import { MONDAY } from '../support/world.ts';
import { Browser, PHONE } from './support/browser.ts';

let its: OrderWorld;
let browser: Browser;
beforeAll(async () => {
  its = await openOrderWorld();
  browser = await Browser.open(its.world.app.url);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await its.world.close();
});

it('an order is reviewed, arrives in two halls, is claimed in one and leaves the other, and is rated: all by keyboard', async () => {
  const title = '三号门修路灯';
  const id = await draft(its.resident, { title });
  const [reviewer, liaison, rival] = await Promise.all(
    [its.reviewer, its.liaison, its.rival].map((one) => browser.knows(one)),
  );
  await Promise.all([reviewer!.opens('/desk'), liaison!.opens('/hall'), rival!.opens('/hall')]);
  await reviewer!.sees('没有待审的点单');
  await its.resident.does('submit', id);

  // It comes by itself; from here on nobody touches a mouse.
  await reviewer!.sees('有1件新的待审点单');
  await reviewer!.tabsTo(reviewer!.button('显示'));
  await reviewer!.types('Enter');
  await reviewer!.sees('三号门的路灯不亮了');
  await reviewer!.types('a');
  const dialog = reviewer!.page.getByRole('dialog');
  await dialog.getByText('2家单位将收到这件点单。').waitFor();
  await reviewer!.tabsTo(dialog.getByRole('radio', { name: '维修' }));
  await reviewer!.types('Space', 'Control+Enter');
  await reviewer!.sees('没有待审的点单');

  for (const hall of [liaison!, rival!]) await hall.page.getByRole('article', { name: title }).waitFor();
  await liaison!.sees(`新的可领点单：${title}`);
  const claim = liaison!.button(`领单：${title}`);
  await liaison!.page.locator('button[aria-label^="领单"]:not([aria-disabled])').waitFor();
  await liaison!.tabsTo(claim);
  await liaison!.types('Enter');
  await liaison!.sees(`已领单：“${title}”`);
  await rival!.sees(`“${title}”已由演示物业甲领取。`);
  for (const hall of [liaison!, rival!])
    await hall.page.getByRole('article', { name: title }).waitFor({ state: 'detached' });
  expect(await its.reviewer.order(id, 'state unit { name }')).toEqual({
    state: 'CLAIMED',
    unit: { name: '演示物业甲' },
  });

  for (const action of ['start', 'finish', 'pass']) await takeStep(its, action, id);
  const resident = await browser.knows(its.resident, { size: PHONE });
  await resident.context.clock.setFixedTime(MONDAY);
  await resident.page.goto(`/r/orders/${id}`);
  await resident.sees('已经办好，等您评价。');
  await resident.tabsTo(resident.button('评价满意'));
  await resident.types('Enter');
  await resident.tabsTo(resident.page.getByLabel('5星'));
  await resident.types('Space');
  await resident.tabsTo(resident.button('评价满意'));
  await resident.types('Enter');
  await resident.sees('这件事已经办结销号。');
  expect(await its.resident.order(id, 'state ratings { score }')).toEqual({
    state: 'CLEARED',
    ratings: [{ score: 5 }],
  });
});
