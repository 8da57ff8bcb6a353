import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { anOffer, openProjectWorld, published, WANTED, type ProjectWorld } from '../support/project-world.ts';
import type { Somebody } from '../support/somebody.ts';
import { MONDAY } from '../support/world.ts';
import { axe } from './support/axe.ts';
import { Browser } from './support/browser.ts';
import type { Person } from './support/person.ts';

let people: ProjectWorld;
let browser: Browser;
let hall: string;
let need: string;

beforeAll(async () => {
  people = await openProjectWorld();
  const { unitId, rivalUnitId, liaison } = people;
  hall = await anOffer(people, { unitId: rivalUnitId, title: '演示会议厅', hours: [[6, 480, 1080]] });
  await anOffer(people, { unitId: rivalUnitId, title: '演示服务队', kind: 'SERVICE' });
  need = await published(people, { owner: 'UNIT', title: '家长会场地', ...WANTED }, liaison);
  browser = await Browser.open(people.world.app.url);
  expect(unitId).not.toBe(rivalUnitId);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await people.world.close();
});

/** At a browser whose clock shows what that of the house shows. */
async function at(somebody: Somebody): Promise<Person> {
  const person = await browser.knows(somebody);
  await person.context.clock.setFixedTime(MONDAY);
  return person;
}

it('finds for the need of a unit what another one offers, and books it', async () => {
  const [asking, giving] = await Promise.all([at(people.liaison), at(people.rival)]);
  await giving.opens('/bookings?view=given');
  await giving.sees('没有符合条件的预约');

  await asking.opens(`/needs/${need}`);
  const best = asking.page.getByRole('article').first();
  await best.getByText('资源类型相符').waitFor();
  expect(await best.getByRole('heading').textContent()).toBe('演示会议厅');
  await asking.settled();
  expect(await axe(asking.page)).toEqual([]);

  await asking.presses('对接这项资源：演示会议厅（演示物业乙）');
  const form = asking.page.getByRole('dialog', { name: '对接资源' });
  expect(await form.getByLabel('开始时间').inputValue()).toBe('2026-11-07 09:00');
  await form.getByRole('button', { name: '对接资源' }).click();
  await asking.sees('“对接资源”已办理');
  await asking.sees('对接记录');
  await asking.page.getByRole('link', { name: '预约', exact: true }).click();
  await asking.page.getByRole('heading', { name: '预约：演示会议厅' }).waitFor();

  // Whoever gives it hears of it without asking, and finds it in the calendar.
  await giving.page.getByRole('link', { name: '演示会议厅' }).waitFor();
  await giving.opens(`/offers/${hall}`);
  const taken = giving.page
    .getByRole('listitem')
    .filter({ has: giving.page.getByRole('link', { name: '09:00–11:00' }) });
  expect(await taken.last().textContent()).toContain('演示学校甲');
  await giving.sees('空闲 11:00–18:00');
  await giving.settled();
  expect(await axe(giving.page)).toEqual([]);
});
