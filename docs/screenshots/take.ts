import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/accounts.ts';
import { browserProgram } from '../../test/browser/support/chromium.ts';

// Takes the main pages of a running demo house: npm run screenshots -- http://127.0.0.1:4000
const [base = 'http://127.0.0.1:4000'] = process.argv.slice(2);

/** Name of the picture, who looks, the page, and what is clicked there first. */
const SHOTS = [
  ['today', 'dangwei01', '/console/', null],
  ['desk', 'shendan01', '/console/desk', null],
  ['orders', 'shendan01', '/console/orders', null],
  ['order', 'shendan01', '/console/orders', '#main a[href*="/orders/"]'],
  ['hall', 'lianluo15', '/console/hall', null],
  ['my-orders', 'lianluo15', '/console/my-orders', null],
  ['meeting', 'dangwei01', '/console/meetings?view=list', '.case-row'],
  ['resolutions', 'dangwei01', '/console/resolutions', null],
  ['agreement', 'dangwei01', '/console/agreements', '.case-row'],
  ['matrix', 'dangwei01', '/console/coverage', null],
  ['board', 'dangwei01', '/console/board', null],
] as const;

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
}

const { executablePath, env } = await browserProgram();
const browser = await chromium.launch({ executablePath, env: { ...env }, args: ['--no-sandbox', '--disable-gpu'] });
const file = (name: string) => ({ path: join(import.meta.dirname, `${name}.png`) });

async function signedIn(login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', baseURL: base });
  const page = await context.newPage();
  await page.goto('/console/');
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('banner').waitFor();
  return page;
}

const pages = new Map<string, Page>();
for (const [name, login, path, click] of SHOTS) {
  const page = pages.get(login) ?? (await signedIn(login));
  pages.set(login, page);
  await page.goto(path);
  await settled(page);
  if (click) {
    await page.locator(click).first().click();
    await settled(page);
  }
  await page.screenshot(file(name));
}
const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
await phone.goto(`${base}/r/`);
await phone.waitForTimeout(2000);
await phone.screenshot(file('resident'));
await browser.close();
