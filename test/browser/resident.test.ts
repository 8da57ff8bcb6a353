import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, photo, takeStep, type OrderWorld } from '../support/order-world.ts';
import { useSms } from '../../api/src/modules/identity/index.ts';
import { COMMUNITY, MONDAY } from '../support/world.ts';
import { axe } from './support/axe.ts';
import { Browser, PHONE } from './support/browser.ts';
import { layoutFaults } from './support/layout.ts';
import type { Person } from './support/person.ts';

let its: OrderWorld;
let browser: Browser;
let code = '';

beforeAll(async () => {
  its = await openOrderWorld();
  useSms(its.world.app.house, { send: async (_phone, text) => void (code = /\d{6}/.exec(text)![0]) });
  browser = await Browser.open(its.world.app.url);
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await its.world.close();
});

async function wellMade({ page }: Person): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(await axe(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
}

async function atPhone(person: Person): Promise<Person> {
  await person.context.clock.setFixedTime(MONDAY);
  return person;
}

it('places an order in three steps for whoever scans a poster, in large letters, and keeps what is written', async () => {
  const elder = await atPhone(await browser.visitor({ size: PHONE }));
  const { page } = elder;
  await page.goto(`/r/?community=${COMMUNITY}&at=${encodeURIComponent('演示驿站')}`);
  await elder.sees('地点已为您填好');
  await elder.presses('长辈版');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px');
  await wellMade(elder);

  await page.getByRole('link', { name: '我要点单' }).click();
  await page.getByLabel('服务类别').waitFor();
  await elder.presses('下一步');
  await elder.sees('请选择一个最接近的服务类别。');
  await wellMade(elder);
  await page.getByLabel('服务类别').selectOption('PUBLIC_FACILITY');
  await page.getByLabel('请说说要办什么').fill('三号门的路灯不亮了。晚上看不清路。');
  await page.reload();
  expect(await page.getByLabel('请说说要办什么').inputValue()).toBe('三号门的路灯不亮了。晚上看不清路。');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px');
  await elder.presses('下一步');
  await page.waitForFunction((wanted) => [...document.querySelectorAll('select')].at(-1)?.value === wanted, COMMUNITY);
  expect(await page.getByLabel('小区或街巷').inputValue()).toBe('演示驿站');
  await elder.presses('下一步');

  await page.getByLabel('手机号码').fill('13900000001');
  await elder.presses('获取验证码');
  await elder.sees('验证码已发送');
  await page.getByLabel('验证码').fill(code);
  await elder.presses('登录');
  await elder.sees('第一次使用');
  await wellMade(elder);
  await page.getByLabel('姓名').fill('演示居民');
  await elder.presses('登录');
  await elder.sees('联系人：演示居民');
  await elder.presses('上一步');
  await elder.presses('上一步');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: await photo() });
  await page.getByRole('img', { name: '照片1' }).waitFor();
  for (let step = 0; step < 3; step += 1) await elder.presses('下一步');
  await elder.sees('请核对下面的内容');
  await wellMade(elder);
  await elder.presses('提交点单');
  await elder.sees('镇街已经收到，正在审核。');
  expect(await elder.heading().textContent()).toBe('三号门的路灯不亮了');
  await wellMade(elder);

  // Whoever signs in on the page of an order sees it.
  await page.getByRole('link', { name: '返回首页' }).click();
  await elder.presses('退出登录');
  await elder.sees('登录后可以看到');
  await page.goBack();
  its.world.later({ minutes: 2 });
  await page.getByLabel('手机号码').fill('13900000001');
  await elder.presses('获取验证码');
  await elder.sees('验证码已发送');
  await page.getByLabel('验证码').fill(code);
  await elder.presses('登录');
  await elder.sees('镇街已经收到，正在审核。');
});

it('tells what becomes of an order, takes an answer and a rating', async () => {
  const id = await anOrder(its, 'NEED_INFO');
  const resident = await atPhone(await browser.knows(its.resident, { size: PHONE, look: 'dark' }));
  const { page } = resident;
  await page.goto(`/r/orders/${id}`);
  await resident.sees('镇街想问您');
  await resident.presses('补充说明');
  await page.getByLabel('补充内容').fill('路灯在三号门东边');
  await resident.presses('补充说明');
  await resident.sees('“补充说明”已办理。');
  await resident.sees('镇街已经收到，正在审核。');

  for (const step of ['approve', 'claim', 'start', 'finish', 'pass']) await takeStep(its, step, id);
  // Whoever comes back to the page sees how it stands.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await resident.sees('已经办好，等您评价。');
  await wellMade(resident);
  await resident.presses('评价满意');
  await page.getByLabel('5星').waitFor();
  await resident.presses('评价满意');
  await resident.sees('请填写“评分”。');
  await wellMade(resident);
  await page.getByLabel('5星').check();
  await page.getByLabel('评语').fill('办得快，谢谢');
  await resident.presses('评价满意');
  await resident.sees('这件事已经办结销号。');
  await resident.sees('办得快，谢谢');
  expect(await its.resident.order(id, 'state ratings { score text }')).toEqual({
    state: 'CLEARED',
    ratings: [{ score: 5, text: '办得快，谢谢' }],
  });
  await resident.button('返单重新发单').waitFor();
  await page.getByRole('link', { name: '返回首页' }).click();
  await page.getByRole('link', { name: '修路灯' }).waitFor();
  await wellMade(resident);
});

it('says that the network is gone, and loads little', async () => {
  const resident = await atPhone(await browser.knows(its.resident, { size: PHONE }));
  let script = 0;
  resident.page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) script += Number(answer.headers()['content-length'] ?? 0);
  });
  await resident.page.goto('/r/');
  await resident.sees('我的点单');
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThan(120_000);
  await resident.duringOutage(async () => {
    await resident.context.setOffline(true);
    await resident.sees('现在没有网络');
    await wellMade(resident);
    await resident.context.setOffline(false);
    await resident.seesNoMore('现在没有网络');
  });
});
