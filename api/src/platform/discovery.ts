import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Module } from './module.ts';
import { isVerb, type Verb } from './process/verb.ts';

/** Sources under jest, compiled files in the built house. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export interface Discovered {
  readonly modules: readonly Module[];
  readonly verbs: readonly Verb[];
}

/**
 * Every folder under `root` is a module and says so in `<folder>.module`; every file in a folder `verbs/` within it is a verb: a module
 * with several nouns has a folder for each, with verbs of its own.
 * There is no list to keep. Throws when a folder or a file does not hold what its name promises.
 */
export async function discover(root: string): Promise<Discovered> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((folder) => folder.name).toSorted();
  const modules = await Promise.all(names.map((name) => moduleIn(join(root, name), name)));
  const verbs = await Promise.all(names.map((name) => verbsWithin(join(root, name))));
  return { modules, verbs: verbs.flat() };
}

async function moduleIn(folder: string, name: string): Promise<Module> {
  const exported = await load(join(folder, `${name}.module${EXTENSION}`));
  const found = exported.find((value): value is Module => (value as Module | null)?.name === name);
  if (!found) throw new Error(`${folder} has no ${name}.module that defines module "${name}"`);
  return found;
}

async function verbsWithin(module: string): Promise<Verb[]> {
  const entries = await readdir(module, { withFileTypes: true, recursive: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name === 'verbs');
  const paths = folders.map((folder) => join(folder.parentPath, folder.name)).toSorted();
  return (await Promise.all(paths.map(verbsIn))).flat();
}

async function verbsIn(folder: string): Promise<Verb[]> {
  const files = (await readdir(folder)).filter(
    (file) => file.endsWith(EXTENSION) && !file.includes('.spec.') && !file.endsWith('.d.ts'),
  );
  return Promise.all(files.toSorted().map((file) => verbIn(join(folder, file))));
}

async function verbIn(file: string): Promise<Verb> {
  const verbs = (await load(file)).filter(isVerb);
  if (verbs.length !== 1) throw new Error(`${file} must export exactly one verb, not ${verbs.length}`);
  return verbs[0]!;
}

async function load(file: string): Promise<readonly unknown[]> {
  return Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>);
}
