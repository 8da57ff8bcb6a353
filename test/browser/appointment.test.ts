import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import {
  aSeat,
  LAST_DAY,
  noticePasses,
  openAppointmentWorld,
  seen,
  theBody,
  type AppointmentWorld,
} from '../support/appointment-world.ts';
import type { Somebody } from '../support/somebody.ts';
import { COMMUNITY, MONDAY } from '../support/world.ts';
import { axe } from './support/axe.ts';
import { Browser, PHONE, type Seat } from './support/browser.ts';
import type { Person } from './support/person.ts';

let people: AppointmentWorld;
let browser: Browser;
let id: string;

beforeAll(async () => {
  people = await openAppointmentWorld();
  browser = await Browser.open(people.world.app.url);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await people.world.close();
});

/** At a browser whose clock shows what that of the house shows. */
async function at(somebody: Somebody, seat: Seat = {}): Promise<Person> {
  const person = await browser.knows(somebody, seat);
  await person.context.clock.setFixedTime(MONDAY);
  return person;
}

const cell = ({ page }: Person, source: string): Locator => page.getByRole('button', { name: `，${source}：` });
const stands = (person: Person, source: string, words: string) =>
  person.page.getByRole('button', { name: new RegExp(`，${source}：.*${words}`) }).waitFor();

/** Fills in a form that is open, by the names of its fields, and sends it. */
async function sends({ page }: Person, label: string, values: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole('dialog', { name: label, exact: true });
  for (const [field, value] of Object.entries(values)) {
    const box = form.getByLabel(field, { exact: true });
    await box.fill(value);
    await box.press('Tab');
  }
  await form.getByRole('button', { name: label, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** Takes a step on the page of the appointment. */
async function takes(somebody: Somebody, label: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
  const person = await at(somebody);
  await person.opens(`/appointments/${id}`);
  await person.presses(label);
  await sends(person, label, values);
  await person.leaves();
}

it('fills a gap of the matrix: asked for, sent, studied, approved, made public and accepted, each by whoever it is up to', async () => {
  const body = await theBody(people, 'COMMUNITY_COMMITTEE');
  await aSeat(people, 'PART_TIME_MEMBER', body, { source: 'PROPERTY' });
  const { secretary, lead, liaison, colleague, street, worker } = people;

  // A click on the gap opens the form for it; by the keyboard it is reached as well.
  const keeping = await at(secretary);
  await keeping.opens('/coverage');
  await stands(keeping, '物业公司', '空缺1席');
  await keeping.settled();
  expect(await axe(keeping.page)).toEqual([]);
  await cell(keeping, '公安派出所').focus();
  await keeping.page.keyboard.press('ArrowRight');
  await keeping.page.keyboard.press('Enter');
  await sends(keeping, '启动选派', { 任期至: LAST_DAY });
  await keeping.page.getByRole('dialog').getByText('正在选派').waitFor();
  expect(await axe(keeping.page)).toEqual([]);
  await keeping.page.keyboard.press('Escape');
  await stands(keeping, '物业公司', '选派中');

  // The unit sees that somebody is asked for, and sends one of its own, from a phone.
  const sending = await at(lead, { size: PHONE });
  await sending.opens(`/coverage?scope=${COMMUNITY}`);
  await stands(sending, '物业公司', '选派中');
  await cell(sending, '物业公司').click();
  const form = sending.page.getByRole('dialog', { name: '选派推荐', exact: true });
  await form.getByLabel('被推荐人').click();
  await sending.page.getByText('单位联络员（演示物业甲）').first().click();
  await form.getByLabel('本人同意').check();
  await sends(sending, '选派推荐', {});
  const link = sending.page.getByRole('dialog').getByRole('link', { name: '待研究' });
  id = (await link.getAttribute('href'))!.split('/').at(-1)!;
  await sending.leaves();

  await takes(secretary, '组织研究通过', { 研究日期: '2026-11-02', 意见: '同意，符合条件' });
  await takes(street, '批复同意', { 批复文号: '演示党发〔2026〕12号' });
  await takes(worker, '公示', { 公示地点: '社区公示栏' });
  await noticePasses(people);
  const personId = (await seen(street, id, 'personId'))!['personId'] as string;
  await takes(
    [liaison, colleague].find(({ who }) => who.id === personId)!,
    '接受聘任',
  );

  // The picture follows by itself.
  await stands(keeping, '物业公司', '1人');
  await cell(keeping, '物业公司').click();
  await keeping.page.getByRole('dialog').getByText('演示物业甲').waitFor();
});
