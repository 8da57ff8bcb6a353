// The seeds know the modules, and those are decorated.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { Child } from './child.ts';
import { measureClaims, type Setting } from './claims.ts';
import { measureFeed } from './feed.ts';
import { openGround } from './ground.ts';
import { HELP, readOptions, type Options, type Part } from './options.ts';
import { profileTable, type CpuProfile } from './profile.ts';
import { readme } from './readme.ts';
import { measureCounts, measureReads } from './reads.ts';
import { markdown, type Table } from './statistics.ts';
import { fillWorld } from './world.ts';

const say = (line: string) => console.log(line);
const peer = (name: string) => Child.start(join(import.meta.dirname, 'peers', `${name}.ts`));

async function run(options: Options): Promise<void> {
  const began = performance.now();
  say('a database with fsync …');
  const ground = await openGround();
  const peers: Child[] = [];
  closing.push(async () => {
    await Promise.all(peers.map((child) => child.stop()));
    await ground.close();
  });
  say(`${String(options.orders)} orders …`);
  const world = await fillWorld(ground.sql, options);
  const server = await ground.startServer();
  const setting: Setting = { ground, server, world, options, say };
  const start = (name: string) => {
    const child = peer(name);
    peers.push(child);
    return child;
  };
  const notes: string[] = [];
  // A peer lives only while it is measured: an idle process costs little, but not nothing.
  const parts: Record<Part, () => Promise<Table>> = {
    claims: async () => {
      const { table, checked } = await measureClaims(setting, start('claimer'));
      notes.push(checked);
      return table;
    },
    feed: () => measureFeed(setting, start('listeners'), start('broadcaster')),
    reads: () => measureReads(setting, start('reader')),
    counts: () => measureCounts(setting, start('reader')),
  };
  const tables: Table[] = [];
  for (const part of options.parts) {
    say(`\n${part} …`);
    if (options.profile) await server.child.ask('startProfile');
    tables.push(await parts[part]());
    if (options.profile) tables.push(profileTable(part, await server.child.ask<CpuProfile>('stopProfile'), 25));
    await Promise.all(peers.splice(0).map((child) => child.stop()));
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  say(`\n${tables.map(markdown).join('\n\n')}\n\n${notes.join('\n')}`);
  if (!options.write) return;
  const text = readme({ options, tables, notes, ground, world, seconds });
  const file = join(import.meta.dirname, 'README.md');
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
  say('\nwritten to bench/README.md');
}

const closing: (() => Promise<void>)[] = [];
const close = () => Promise.all(closing.splice(0).map((one) => one()));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void close().finally(() => process.exit(1)));

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
