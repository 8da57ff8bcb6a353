import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axe, axeOfColours } from './axe.ts';
import { DESKTOP, PHONE } from './browser.ts';
import { layoutFaults, still } from './layout.ts';
import type { Person } from './person.ts';

const FEATURES = join(import.meta.dirname, '..', '..', '..', 'web-admin', 'src', 'features');
const WIDE = { width: 1920, height: 1080 };
const MOST = 8;
/** As how many people a page is seen. */
const ENOUGH = 2;
const BASE = '/console';

/** Every address of the console, as the features write it: `/orders/:id`. */
export function routesOfFeatures(): readonly string[] {
  const files = globSync('*/*.feature.tsx', { cwd: FEATURES }).map((file) =>
    readFileSync(join(FEATURES, file), 'utf8'),
  );
  return files.flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!)).toSorted();
}

/** One colour spoils many words: some of them will do. */
const shortOf = (faults: readonly string[]) =>
  faults.length <= MOST ? faults : [...faults.slice(0, MOST), `and ${String(faults.length - MOST)} more`];

/** The system turns dark: colours of our own follow at once, those of the components when they are drawn anew. */
async function darken(page: Page): Promise<void> {
  const ink = () => getComputedStyle(document.querySelector('.ant-app')!).color;
  const before = await page.evaluate(ink);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction((was) => getComputedStyle(document.querySelector('.ant-app')!).color !== was, before);
  await still(page);
}

/** Walks the console as several people, from the menu to the first case behind every list, and looks at every page once. */
export class Walk {
  private faults: Record<string, readonly string[]> = {};
  private readonly unseen: Set<string>;
  private readonly visits = new Map<string, number>();
  private readonly patterns: readonly (readonly [pattern: string, regex: RegExp])[];

  constructor(routes: readonly string[]) {
    this.unseen = new Set(routes);
    // Words before placeholders: `/imports/units` is not an `:id`.
    this.patterns = routes
      .toSorted((a, b) => a.split(':').length - b.split(':').length)
      .map((route) => [route, new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}/?$`)]);
  }

  /** Addresses that nobody has seen so far. */
  get left(): readonly string[] {
    return [...this.unseen];
  }

  /** Those of them that need no case: what a button opens. */
  async rest(person: Person): Promise<void> {
    for (const path of this.left.filter((one) => !one.includes(':'))) await this.address(person, path);
  }

  /** What was wrong since this was asked last, by page. Empty: nothing. */
  takeFaults(): Readonly<Record<string, readonly string[]>> {
    const found = this.faults;
    this.faults = {};
    return found;
  }

  /** Everything that the menu offers somebody, if not enough others have seen it. */
  async menuOf(person: Person): Promise<void> {
    await person.opens('/');
    for (const to of await this.linksIn(person, '#menu')) {
      if (to !== `${BASE}/` && (this.visits.get(this.patternOf(to)) ?? 0) >= ENOUGH) continue;
      await person.follows(`#menu a[href="${to}"]`);
      await this.stand(person, to);
    }
  }

  /** One page by its address. */
  async address(person: Person, path: string): Promise<void> {
    await person.opens(path);
    await this.stand(person, `${BASE}${path}`);
  }

  /** Looks at the page on which somebody is, then at the first of each kind of page to which it leads. */
  private async stand(person: Person, to: string): Promise<void> {
    await person.heading().waitFor();
    await person.settled();
    const pattern = this.patternOf(to);
    this.visits.set(pattern, (this.visits.get(pattern) ?? 0) + 1);
    const faults = this.unseen.delete(pattern) ? await this.whole(person) : await layoutFaults(person.page);
    const name = `${to.slice(BASE.length) || '/'} (${pattern})`;
    const all = [...person.takeFaults(), ...faults];
    if (all.length > 0) this.faults[name] = [...(this.faults[name] ?? []), ...shortOf(all)];
    await this.onward(person);
  }

  private async onward(person: Person): Promise<void> {
    const here = person.page.url();
    for (const to of await this.linksIn(person, '#main')) {
      if (!this.unseen.has(this.patternOf(to))) continue;
      const link = `#main a[href="${to}"]`;
      // News may have pushed it off the page meanwhile; what nobody else leads to is told at the end.
      if ((await person.page.locator(link).count()) === 0) continue;
      await person.follows(link);
      await this.stand(person, to);
      await person.page.goBack();
      if (person.page.url() !== here) await person.page.goto(here);
      await person.heading().waitFor();
      await person.settled();
    }
  }

  /** In both looks, and at three sizes. */
  private async whole({ page }: Person): Promise<readonly string[]> {
    const faults = [...(await axe(page))];
    await darken(page);
    faults.push(...(await axeOfColours(page)).map((fault) => `dark: ${fault}`));
    await page.emulateMedia({ colorScheme: 'light' });
    for (const size of [PHONE, WIDE, DESKTOP]) {
      await page.setViewportSize(size);
      await still(page);
      faults.push(...(await layoutFaults(page)).map((fault) => `${String(size.width)}: ${fault}`));
    }
    return faults;
  }

  private patternOf(to: string): string {
    const path = to.slice(BASE.length).split(/[?#]/)[0] || '/';
    return this.patterns.find(([, regex]) => regex.test(path))?.[0] ?? `nowhere: ${path}`;
  }

  private async linksIn({ page }: Person, where: string): Promise<readonly string[]> {
    const links = page.locator(`${where} a[href^="${BASE}"]`);
    const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    return [...new Set(all)];
  }
}
