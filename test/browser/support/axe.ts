import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

// The engine itself, brought by the package that drives it: that one opens a page more for every run, which takes longer than the run.
const ENGINE = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** What a look can spoil. All else is the same in every look. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

interface Engine {
  run(what: Document, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

async function faults(page: Page, runOnly: object): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(ENGINE);
  const violations = await page.evaluate(
    async (options) => (await (window as unknown as { axe: Engine }).axe.run(document, options)).violations,
    { runOnly, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

/** What hinders somebody on a page, by WCAG 2.2 AA: each rule with the places. */
export const axe = (page: Page): Promise<readonly string[]> => faults(page, { type: 'tag', values: TAGS });

/** The same of what another look changes: the colours. */
export const axeOfColours = (page: Page): Promise<readonly string[]> =>
  faults(page, { type: 'rule', values: OF_COLOURS });
