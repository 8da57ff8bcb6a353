import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../platform/config/root.ts';

/** A file of the repository that is printed from the code. */
export interface Page {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The text of a file of the project; null when there is none. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(join(projectRoot(), path), 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Names of the files of a folder of the project that end in `ending`; none when there is no such folder. */
export async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(join(projectRoot(), folder)).catch(() => [] as string[]);
  return names.filter((name) => name.endsWith(ending)).toSorted();
}

/** Brings the files up to date; answers with those that were not. With `check` nothing is written. */
export async function keepUpToDate(pages: readonly Page[], check: boolean): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { path, text } of pages) {
    if ((await textOf(path)) === text) continue;
    stale.push(path);
    if (!check) await write(path, text);
  }
  return stale;
}

/** Removes what is printed no longer; answers with its names. With `check` nothing is removed. */
export async function removeStrays(
  folder: string,
  pages: readonly Page[],
  ending: string,
  check: boolean,
): Promise<readonly string[]> {
  const known = new Set(pages.map(({ path }) => path));
  const strays = (await namesIn(folder, ending)).map((name) => `${folder}/${name}`).filter((path) => !known.has(path));
  if (!check) await Promise.all(strays.map((path) => rm(join(projectRoot(), path))));
  return strays;
}

async function write(path: string, text: string): Promise<void> {
  const file = join(projectRoot(), path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
