import { chromium, type Browser as Chromium, type BrowserContextOptions, type Route } from 'playwright-core';
import { DEMO_PASSWORD } from '../../support/demo.ts';
import type { Somebody } from '../../support/somebody.ts';
import { browserProgram } from './chromium.ts';
import { Person } from './person.ts';

/** As on the intranet of an office: a name that is not localhost, over plain http. */
export const HOST = 'gongzhi.example';
// Whatever asks for another host finds nothing; that it asked is a fault all the same.
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
];

const SESSION_COOKIE = 'gongzhi_session';

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export interface Seat {
  readonly look?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
}

/** One browser of a suite; every person has a profile of their own in it. */
export class Browser {
  private readonly people: Person[] = [];

  private constructor(
    private readonly chromium: Chromium,
    readonly origin: string,
  ) {}

  /** A browser for a house, which it knows by another name. */
  static async open(houseUrl: string): Promise<Browser> {
    const { executablePath, env } = await browserProgram();
    const started = await chromium.launch({ executablePath, env: { ...env }, args: ARGS });
    return new Browser(started, `http://${HOST}:${new URL(houseUrl).port}`);
  }

  /** Somebody before an empty page. */
  async visitor({ look = 'light', size = DESKTOP }: Seat = {}): Promise<Person> {
    const phone = size.width < 600 ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {};
    const profile: BrowserContextOptions = {
      viewport: size,
      colorScheme: look,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      ...phone,
    };
    const context = await this.chromium.newContext({ ...profile, baseURL: this.origin, acceptDownloads: true });
    const person = await Person.sit(context, this.origin);
    this.people.push(person);
    return person;
  }

  /** Somebody who has signed in to the console. */
  async person(login: string, seat: Seat = {}): Promise<Person> {
    const person = await this.visitor(seat);
    await person.signIn(login, DEMO_PASSWORD);
    return person;
  }

  /** Somebody of a made world, whose session is there already. */
  async knows({ who }: Somebody, seat: Seat = {}): Promise<Person> {
    const person = await this.visitor(seat);
    await person.context.addCookies([{ name: SESSION_COOKIE, value: who.token, url: this.origin }]);
    return person;
  }

  /** Lets a request come to the house, whose answer is then lost: only the browser knows the house by that other name. */
  async reaches(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url().replace(HOST, '127.0.0.1');
    await route.fetch({ url, headers: { ...(await request.allHeaders()), host: new URL(this.origin).host } });
  }

  /** What went wrong on any page since this was asked last: console, scripts, requests to other hosts. */
  faults(): readonly string[] {
    return this.people.flatMap((person) => person.takeFaults());
  }

  async close(): Promise<void> {
    await this.chromium.close();
  }
}
