// The seeds know the modules, and those are decorated.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Prettier from 'prettier';
import { Child } from './child.ts';
import { install } from './install.ts';
import { HELP, readOptions, type Options } from './options.ts';
import { markdown } from './statistics.ts';

const say = (line: string) => console.log(line);
const closing: (() => Promise<void>)[] = [];
const close = () => Promise.all(closing.splice(0).map((one) => one()));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().finally(() => process.exit(1)));

/** Peers run as in production; whatever they run on is stopped with us. */
const start = (script: string): Child =>
  Child.start(join(import.meta.dirname, 'peers', `${script}.ts`), {
    env: { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });

async function run(options: Options): Promise<void> {
  install(say);
  // What is installed a moment ago can only be imported now.
  const measure = options.growth ? (await import('./growth.ts')).measureGrowth : (await import('./parts.ts')).measure;
  const { file, text, tables } = await measure({ options, say, start, closing });
  say(`\n${tables.map(markdown).join('\n\n')}\n`);
  if (!options.write) return;
  const path = join(import.meta.dirname, file);
  writeFileSync(path, await laidOut(path, text));
  say(`written to bench/${file}`);
}

/** As the repository lays out its pages. The peers bring a prettier of their own. */
async function laidOut(path: string, text: string): Promise<string> {
  const root = createRequire(new URL('../package.json', import.meta.url));
  const { format, resolveConfig } = root('prettier') as typeof Prettier;
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

const options = readOptions(process.argv.slice(2));
if (options === null) say(HELP);
else {
  try {
    await run(options);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}
