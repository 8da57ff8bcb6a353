import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { defineChoice } from '../../api/src/kernel/choice.ts';
import { choice, helped, int, line, reason } from '../../api/src/kernel/field.ts';
import { workdays } from '../../api/src/kernel/limit.ts';
import { orderVerb } from '../../api/src/modules/orders/index.ts';
import { orderProcess } from '../../api/src/modules/orders/order.process.ts';
import { common } from '../../api/src/kernel/refusal.ts';
import { axe } from './support/axe.ts';
import { Browser } from './support/browser.ts';
import { addRow } from '../support/more-steps.ts';
import { APPROVAL, openOrderWorld, REASON, REQUEST, type OrderWorld } from '../support/order-world.ts';
import type { Somebody } from '../support/somebody.ts';

const mood = defineChoice('PageTestMood', 'How it was.', { GOOD: ['满意', 'Good.'], BAD: ['不满意', 'Bad.'] });

/** A step of which no page has ever heard. */
const wave = orderVerb('wave' as never, {
  label: '挥手致意',
  about: 'Somebody waves.',
  keyed: true,
  input: {
    how: helped('请写明动作', line('方式', 'How.', { min: 2, max: 20 })),
    mood: choice('心情', 'How it felt.', mood),
    times: int('次数', 'How often.', 1, 9),
    reason: reason('Why.'),
  },
  effect({ input }) {
    if (input.times === 7)
      common.refuse('INPUT_NOT_IN_RANGE', { path: ['input', 'times'], values: { label: '次数', min: 1, max: 6 } });
    return { reason: input.reason, data: { text: input.how } };
  },
});

let its: OrderWorld;
let browser: Browser;
let orderId: string;
let takeAway: () => void;

beforeAll(async () => {
  takeAway = addRow(orderProcess, ['OPEN', 'wave', 'STREET_REVIEWER', 'SUBMITTED', workdays(4)]);
  its = await openOrderWorld({ verbs: [wave] });
  browser = await Browser.open(its.world.app.url);
  const { resident, reviewer } = its;
  const { payload } = await resident.calls(
    'orderCreate',
    { ...REQUEST, idempotencyKey: 'page-actions' },
    'order { id }',
  );
  orderId = payload!['order'].id;
  await resident.does('submit', orderId);
  await reviewer.does('approve', orderId, APPROVAL);
});
afterAll(async () => {
  takeAway();
  await browser.close();
  await its.world.close();
});

interface Asked {
  readonly variables?: { readonly input?: { readonly idempotencyKey?: string } };
}

async function pageOf(somebody: Somebody): Promise<Page> {
  const { page } = await browser.knows(somebody);
  await page.goto(`/console/orders/${orderId}`);
  return page;
}

describe('a step that nobody has drawn', () => {
  test('can be taken in the console all the same', async () => {
    const page = await pageOf(its.reviewer);
    await page.getByRole('button', { name: '挥手致意' }).click();
    const dialog = page.getByRole('dialog', { name: '挥手致意' });
    await dialog.getByText('请写明动作').waitFor();
    expect(await axe(page)).toEqual([]);

    const send = dialog.getByRole('button', { name: '挥手致意' });
    await send.click();
    await dialog.getByText('请选择“心情”。').waitFor();
    await dialog.getByLabel('方式').fill('双手');
    await dialog.getByLabel('满意', { exact: true }).check();
    await dialog.getByLabel('次数').fill('3');
    await dialog.getByLabel('理由').fill('太短');
    await dialog.getByLabel('理由').press('Control+Enter');
    await dialog.getByText('“理由”至少需要10个字，目前2个字。').waitFor();
    await dialog.getByText('审单通过（1个工作日内）').waitFor();

    // Whoever closes the form, or loses the page, finds again what was written.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: '挥手致意' }).click();
    expect(await dialog.getByLabel('方式').inputValue()).toBe('双手');

    // What the server refuses stands beside its field, which has the focus.
    await dialog.getByLabel('理由').fill('居民在楼下等着，我们先打个招呼');
    await dialog.getByLabel('次数').fill('7');
    await dialog.getByLabel('方式').press('Enter');
    await dialog.getByText('“次数”应在1到6之间。').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'orderWave_times');
    await dialog.getByLabel('次数').fill('3');

    // Somebody else was faster.
    await its.committee.does('propose', orderId, { reason: REASON });
    await send.click();
    await dialog.getByText('现在的状态是“待领单”').waitFor();
    expect(await axe(page)).toEqual([]);

    // An answer that was lost: the second try has the same key.
    const keys: unknown[] = [];
    await page.route('**/graphql', async (route) => {
      const input = (route.request().postDataJSON() as Asked).variables?.input;
      if (!input?.idempotencyKey) return route.continue();
      keys.push(input.idempotencyKey);
      if (keys.length > 1) return route.continue();
      await browser.reaches(route);
      return route.abort();
    });
    await dialog.getByRole('button', { name: '按最新情况继续提交' }).click();
    await dialog.getByText('没有收到服务器的答复').waitFor();
    await dialog.getByRole('button', { name: '重新提交' }).click();
    await page.getByText('“挥手致意”已办理').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await its.reviewer.order(orderId, 'state')).toEqual({ state: 'SUBMITTED' });
    expect(keys[1]).toBe(keys[0]);
    const events = await its.reviewer.order(orderId, 'events { action }');
    expect(events!['events'].filter(({ action }: { action: string }) => action === 'wave')).toHaveLength(1);
    await page.context().close();
  });
});
