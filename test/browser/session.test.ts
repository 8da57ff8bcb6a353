import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_PASSWORD, DemoHouse } from '../support/demo.ts';
import { Browser } from './support/browser.ts';
import type { Person } from './support/person.ts';

let house: DemoHouse;
let browser: Browser;
let reviewer: Person;

beforeAll(async () => {
  house = await DemoHouse.open();
  browser = await Browser.open(house.url);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** Ends the session somewhere else: the browser still has its cookie and knows nothing of it. */
async function endElsewhere({ context }: Person): Promise<void> {
  const session = (await context.cookies()).find(({ name }) => name === 'gongzhi_session');
  const answer = await fetch(`${house.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session!.value}` },
    body: JSON.stringify({ query: 'mutation { sessionLogout { userErrors { code } } }' }),
  });
  expect(await answer.json()).toEqual({ data: { sessionLogout: { userErrors: [] } } });
}

/** Opens the form of an action on the order that was chosen at the desk. */
async function opens(action: string, page = reviewer.page) {
  await page.getByRole('button', { name: new RegExp(`^${action}`) }).click();
  return page.getByRole('dialog', { name: action });
}

describe('nothing that was typed in is lost', () => {
  beforeAll(async () => {
    reviewer = await browser.person('shendan01');
    await reviewer.opens('/desk');
  });

  test('when the session has ended meanwhile: one signs in above the page and goes on', async () => {
    const form = await opens('备注');
    const words = form.getByRole('textbox');
    await words.fill('已电话联系居民，约好明天上午上门查看。');
    await endElsewhere(reviewer);
    await words.press('Control+Enter');

    const { page } = reviewer;
    const door = page.getByRole('dialog', { name: '登录已失效' });
    await door.getByLabel('用户名').fill('shendan01');
    await door.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await door.waitFor({ state: 'detached' });

    expect(await words.inputValue()).toBe('已电话联系居民，约好明天上午上门查看。');
    await form.getByRole('button', { name: '备注' }).click();
    await reviewer.sees('“备注”已办理');
    await form.waitFor({ state: 'detached' });
    // A browser notes every answer of 401; nothing else went wrong.
    expect(browser.faults().filter((fault) => !fault.includes('status of 401'))).toEqual([]);
  });

  test('when the network is gone: what did not arrive is sent again', async () => {
    const form = await opens('备注');
    const words = form.getByRole('textbox');
    await words.fill('居民来电补充：路灯在三号楼东侧。');
    await reviewer.duringOutage(async () => {
      await reviewer.context.setOffline(true);
      await words.press('Control+Enter');
      await form.getByText('没有收到服务器的答复').waitFor();
      await reviewer.context.setOffline(false);
    });
    expect(await words.inputValue()).toBe('居民来电补充：路灯在三号楼东侧。');
    await form.getByRole('button', { name: '重新提交' }).click();
    await form.waitFor({ state: 'detached' });
  });

  test('and news arrive again, without anybody opening the page anew', async () => {
    const colleague = await browser.person('shendan01');
    await colleague.opens('/desk');
    const form = await opens('要求补充', colleague.page);
    await form.getByRole('textbox').fill('请补充路灯的具体位置。');
    await form.getByRole('button', { name: '要求补充' }).click();
    await reviewer.page.locator('.desk-row[data-handled=true]').waitFor();
    await colleague.leaves();
  });

  test('when the window is closed in the middle of it', async () => {
    const form = await opens('备注');
    await form.getByRole('textbox').fill('写到一半');
    await reviewer.page.close();
    const page = await reviewer.context.newPage();
    await page.goto('/console/desk');
    const again = await opens('备注', page);
    await again.getByText('已恢复上次没有提交的内容。').waitFor();
    expect(await again.getByRole('textbox').inputValue()).toBe('写到一半');
  });
});
