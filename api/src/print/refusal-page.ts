import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { closingReasons } from '../kernel/closing.ts';
import { common, type Reasons } from '../kernel/refusal.ts';
import { code, page, table } from './markdown.ts';
import type { Page } from './page.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Where reasons were found, and the reasons. */
interface Found {
  readonly where: string;
  readonly reasons: Reasons;
}

const SHARED: readonly Found[] = [
  { where: 'every module', reasons: common },
  { where: 'whatever is closed off', reasons: closingReasons },
];

/** Every code and sentence by which the house says no, found in the modules' `*.reasons` files. Throws when two share a code. */
export async function refusalPage(root: string): Promise<Page> {
  const found = [...SHARED, ...(await reasonsIn(root))];
  assertCodesDiffer(found);
  const parts = found.flatMap(({ where, reasons }) => [
    `## ${where}`,
    table(
      ['Code', 'Sentence'],
      Object.entries(reasons.sentences).map(([name, sentence]) => [code(name), sentence]),
    ),
  ]);
  return { path: 'docs/refusals.md', text: page(...HEAD, ...parts) };
}

const HEAD = [
  '<!-- Printed from the reasons of the modules: edit those, not this page. -->',
  '# Why the house says no',
  'A refusal that was foreseen is data: `userErrors { code message path standing }` of a mutation’s payload. Clients switch on the code, which stays; people read the sentence, which may be improved. `{…}` is filled in. What belongs to the request and not to the case (limits, login, faults) is a top-level error with `extensions.code`.',
];

async function reasonsIn(root: string): Promise<readonly Found[]> {
  const files = (await readdir(root, { recursive: true }))
    .filter((file) => file.endsWith(`.reasons${EXTENSION}`))
    .toSorted();
  const found = await Promise.all(files.map((file) => reasonsOf(root, file)));
  return found.flat();
}

async function reasonsOf(root: string, file: string): Promise<readonly Found[]> {
  const exported = Object.values((await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>);
  const reasons = exported.filter(isReasons);
  if (reasons.length === 0) throw new Error(`${file} exports no reasons`);
  return reasons.map((each) => ({ where: file.split(/[\\/]/)[0]!, reasons: each }));
}

function isReasons(value: unknown): value is Reasons {
  return typeof value === 'object' && value !== null && 'sentences' in value && 'refuse' in value;
}

function assertCodesDiffer(found: readonly Found[]): void {
  const codes = found.flatMap(({ reasons }) => Object.keys(reasons.sentences));
  const twice = codes.filter((each, index) => codes.indexOf(each) !== index);
  if (twice.length > 0) throw new Error(`Two modules give one code: ${twice.join(', ')}`);
}
