import type { Child } from './child.ts';
import { measureClaims, type Setting } from './claims.ts';
import { measureFeed } from './feed.ts';
import { openGround } from './ground.ts';
import type { Options, Part } from './options.ts';
import { profileTable, type CpuProfile } from './profile.ts';
import { knownDocuments } from './questions.ts';
import { measureFull, measureReads } from './reads.ts';
import { resultsPage } from './results.ts';
import { measureStatements } from './statements.ts';
import type { Table } from './statistics.ts';
import { measureViewers } from './viewers.ts';
import { fillWorld } from './world.ts';

/** What a run is given. */
export interface Run {
  readonly options: Options;
  readonly say: (line: string) => void;
  /** Starts a script of bench/peers. */
  readonly start: (script: string) => Child;
  /** What must be stopped in the end. */
  readonly closing: (() => Promise<void>)[];
}

/** What a run has found. */
export interface Found {
  readonly tables: readonly Table[];
  /** The page, and its name in this folder. */
  readonly file: string;
  readonly text: string;
}

/** Everything but the growth, on one database and one server. */
export async function measure({ options, say, start, closing }: Run): Promise<Found> {
  const began = performance.now();
  say('a database with fsync …');
  const ground = await openGround(knownDocuments());
  const peers: Child[] = [];
  closing.push(async () => {
    await Promise.all(peers.map((child) => child.stop()));
    await ground.close();
  });
  say(`${String(options.orders)} orders …`);
  const world = await fillWorld(ground.sql, options);
  const server = await ground.startServer();
  const setting: Setting = { ground, server, world, options, say };
  const notes: string[] = [];
  // A peer lives only while its part is measured: an idle process costs little, but not nothing.
  const opened = (script: string) => {
    const child = start(script);
    peers.push(child);
    return child;
  };
  const parts = partsOf(setting, opened, notes);
  const tables: Table[] = [];
  for (const part of options.parts) {
    say(`\n${part} …`);
    if (options.profile) await server.child.ask('startProfile');
    tables.push(...[await parts[part]()].flat());
    if (options.profile) tables.push(profileTable(part, await server.child.ask<CpuProfile>('stopProfile'), 25));
    await Promise.all(peers.splice(0).map((child) => child.stop()));
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  notes.forEach(say);
  return { tables, file: 'RESULTS.md', text: resultsPage({ options, tables, notes, ground, world, seconds }) };
}

type Parts = Readonly<Record<Part, () => Promise<Table | Table[]>>>;

function partsOf(setting: Setting, start: Run['start'], notes: string[]): Parts {
  return {
    claims: async () => {
      const { table, checked } = await measureClaims(setting, start('claimer'));
      notes.push(checked);
      return table;
    },
    feed: () => measureFeed(setting, start),
    reads: () => measureReads(setting, start),
    full: () => measureFull(setting, start),
    viewers: () => measureViewers(setting, start),
    statements: () => measureStatements(setting),
  };
}
