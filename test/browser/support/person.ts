import type { BrowserContext, Locator, Page, Request } from 'playwright-core';
import { Inflight } from './inflight.ts';

type Named = string | RegExp;
const PATIENCE_MS = 15_000;
const MOST_TABS = 80;

/** Somebody at a page of a browser: what they do, and whatever their pages complain of. */
export class Person {
  private faults: string[] = [];
  private outage = false;
  private readonly inflight = new Inflight();

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly origin: string,
  ) {}

  static async sit(context: BrowserContext, origin: string): Promise<Person> {
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(await context.newPage(), context, origin);
    person.watch(person.page);
    context.on('page', (page) => person.watch(page));
    return person;
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto('/console/');
    await this.page.getByLabel('用户名').fill(login);
    await this.page.getByLabel('密码').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('banner').waitFor();
  }

  /** Goes to a page of the console by its address, and waits for its heading. */
  async opens(path: string): Promise<void> {
    await this.page.goto(`/console${path}`);
    await this.heading().waitFor();
  }

  /** Goes where a link leads, wherever on the page it is, without loading everything anew. */
  async follows(link: string): Promise<void> {
    await this.page
      .locator(link)
      .first()
      .evaluate((one) => (one as HTMLElement).click());
  }

  /** Keys of the keyboard, one after the other. */
  async types(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Comes to something as people do who have no mouse: by Tab, from wherever they are. Arrows move within a group of choices. */
  async tabsTo(goal: Locator): Promise<void> {
    await goal.waitFor();
    const isThere = () => goal.evaluate((one) => one === document.activeElement);
    for (let n = 0; n < MOST_TABS; n++) {
      if (await isThere()) return;
      await this.types((await this.isInGroupOf(goal)) ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`no way by keyboard to ${String(goal)}`);
  }

  private isInGroupOf(goal: Locator): Promise<boolean> {
    return goal.evaluate((one) => {
      const { activeElement } = document;
      const radios = [one, activeElement].map((each) =>
        each instanceof HTMLInputElement && each.type === 'radio' ? each.name : null,
      );
      return radios[0] !== null && radios[0] === radios[1];
    });
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button(name: Named): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async presses(name: Named): Promise<void> {
    await this.button(name).first().click();
  }

  /** Waits until words stand on the page. */
  async sees(text: Named): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async seesNoMore(text: Named): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: 'hidden' });
  }

  /** Words that come and go: waits until nothing is being loaded. */
  async settled(page = this.page): Promise<void> {
    await this.inflight.quiet(PATIENCE_MS);
    await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'hidden' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** A time in which the house may be gone: what the browser says of that is no fault. */
  async duringOutage<T>(work: () => Promise<T>): Promise<T> {
    this.outage = true;
    try {
      return await work();
    } finally {
      this.outage = false;
    }
  }

  takeFaults(): string[] {
    const found = this.faults;
    this.faults = [];
    return found;
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }

  private watch(page: Page): void {
    this.inflight.watch(page);
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      if (this.outage && /net::ERR_|WebSocket|status of 50[234]/.test(message.text())) return;
      this.fault(page, `console ${message.type()}: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.fault(page, `error: ${error.stack ?? error.message}`));
    page.on('request', (request) => this.checkHost(page, request));
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(this.origin).host) this.fault(page, `socket to ${socket.url()}`);
    });
  }

  private checkHost(page: Page, request: Request): void {
    const { protocol, origin } = new URL(request.url());
    if (['data:', 'blob:'].includes(protocol) || origin === this.origin) return;
    this.fault(page, `request to ${request.url()}`);
  }

  private fault(page: Page, what: string): void {
    this.faults.push(`${new URL(page.url()).pathname}: ${what}`);
  }
}
