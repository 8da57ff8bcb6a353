import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { axe } from './support/axe.ts';
import { Browser } from './support/browser.ts';
import { tofuIn } from './support/layout.ts';
import { DemoHouse } from '../support/demo.ts';

let house: DemoHouse;
let browser: Browser;
beforeAll(async () => {
  house = await DemoHouse.open();
  browser = await Browser.open(house.url);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await house.close();
});

it('lets somebody in, by keyboard, and shows Chinese words by the font that comes with it', async () => {
  const reviewer = await browser.person('shendan01');
  await reviewer.heading().waitFor();
  await reviewer.settled();
  expect(await reviewer.page.evaluate(() => document.fonts.check('16px "Noto Sans SC Variable"', '审单'))).toBe(true);
  expect(await tofuIn(reviewer.page, '今日待审点单收件箱联席会议红色联盟')).toEqual([]);
  expect(await axe(reviewer.page)).toEqual([]);
});

it('opens the manual of one’s own kind by the help button, and the others from there', async () => {
  const member = await browser.person('lianluo15');
  await member.presses('帮助：使用手册');
  await member.heading().filter({ hasText: '成员单位手册' }).waitFor();
  await member.page.getByRole('link', { name: '镇街手册' }).click();
  await member.heading().filter({ hasText: '镇街手册' }).waitFor();
  expect(await axe(member.page)).toEqual([]);
});

it('lists the keys of the page at a question mark, and lets single keys be switched off', async () => {
  const reviewer = await browser.person('shendan01');
  const list = reviewer.page.getByRole('dialog', { name: '快捷键' });
  await reviewer.opens('/desk');
  await reviewer.settled();
  await reviewer.page.keyboard.press('?');
  await list.getByText('审单通过').waitFor();
  await list.getByText('查找', { exact: true }).waitFor();
  expect(await axe(reviewer.page)).toEqual([]);
  await list.getByRole('switch', { name: '单键快捷键' }).press('Space');
  await reviewer.page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await reviewer.page.keyboard.press('?');
  await reviewer.page.getByRole('button', { name: /^当前身份/ }).click();
  expect(await list.count()).toBe(0);

  // Whoever has no single keys finds the list in the menu; another page has keys of its own, or none.
  await reviewer.page.getByRole('menuitem', { name: '快捷键' }).click();
  await list.getByRole('switch', { name: '单键快捷键' }).press('Space');
  await reviewer.opens('/inbox');
  await reviewer.settled();
  await reviewer.page.keyboard.press('?');
  await list.getByText('查找', { exact: true }).waitFor();
  expect(await list.getByText('审单通过').count()).toBe(0);
});
