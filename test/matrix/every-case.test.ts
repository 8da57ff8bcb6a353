import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MODULES } from '../../api/src/app.ts';
import { discover } from '../../api/src/platform/discovery.ts';

it('every process has a matrix', async () => {
  const files = (await readdir(MODULES, { recursive: true })).filter((file) => file.endsWith('.process.ts'));
  const texts = await Promise.all(files.map((file) => readFile(join(MODULES, file), 'utf8')));
  const processes = files
    .filter((_file, index) => texts[index]!.includes('defineProcess('))
    .map((file) => basename(file));
  const tests = (await readdir(import.meta.dirname)).filter((file) => file !== basename(import.meta.filename));
  // That of orders is older and knows them better.
  const paths = [...tests.map((file) => join(import.meta.dirname, file)), join(import.meta.dirname, '..', 'orders', 'matrix.test.ts')]; // prettier-ignore
  const read = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  expect(processes.filter((file) => !read.some((text) => text.includes(`/${file}'`)))).toEqual([]);
  expect(processes.length).toBeGreaterThan(5);
});

it('every case has a name for an inbox, and somebody who is told of it', async () => {
  const cases = (await discover(MODULES)).modules.flatMap((module) => module.cases ?? []);
  const mute = cases.filter(({ notices = {}, headline }) => !headline || Object.keys(notices).length === 0);
  expect(mute.map(({ process }) => process.noun)).toEqual([]);
});
