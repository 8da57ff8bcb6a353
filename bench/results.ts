import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Ground } from './ground.ts';
import { peerVersions } from './install.ts';
import type { Options } from './options.ts';
import { markdown, whole, type Table } from './statistics.ts';
import type { World } from './world.ts';

interface Report {
  readonly options: Options;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  readonly ground: Ground;
  readonly world: World;
  readonly seconds: number;
}

const ROOT = join(import.meta.dirname, '..');
const PACKAGES = ['@apollo/server', 'fastify', 'type-graphql', '@mikro-orm/core', 'pg', 'graphql-ws', 'ws'];

/** The whole of bench/RESULTS.md. */
export function resultsPage(report: Report): string {
  const { options, tables, notes, ground, world } = report;
  const sizes = Object.entries(world.sizes).map(([name, count]) => `${whole(count)} ${name}`);
  return `# Results

<!-- Written by \`npm run bench\`; change bench/results.ts. What is measured and how is in README.md. -->

Ratios count. Absolute figures belong to one machine on one day.

- ${machine()}; the run took ${String(Math.ceil(report.seconds / 60))} minutes
- PostgreSQL ${ground.version} (${ground.durability}); Node ${process.versions.node}
- The house: ${versions()}
- Beside it: ${peerVersions()}
- ${sizes.join(', ')}; open orders to be claimed are added before each slice, outside the measured time
- ${String(options.rounds)} rounds after one to warm up, each of ${String(options.claims)} claims, ${String(options.pushes)} pushes, ${String(options.seconds)} s of every kind of reading; contenders take turns in every round, in alternating order; medians of the rounds

${tables.map(markdown).join('\n\n')}

## Checked

${notes.map((note) => `- ${note}`).join('\n')}
- Who answers the same question answers the same, value by value; a run in which somebody does not stops.
`;
}

/** Date, machine, state of the sources. */
export function machine(): string {
  const [first] = cpus();
  const [minute] = loadavg();
  return `${new Date().toISOString().slice(0, 10)}; ${String(cpus().length)} × ${first?.model.trim() ?? 'unknown CPU'}, ${whole(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}; commit ${commit()}; load at the end ${minute!.toFixed(1)}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

function versions(): string {
  return PACKAGES.map((name) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    };
    return `${name} ${version}`;
  }).join(', ');
}

/** The whole of bench/RESULTS-growth.md. */
export function growthPage({ options, tables, ground, seconds }: Omit<Report, 'notes' | 'world'>): string {
  return `# Growth

<!-- Written by \`npm run bench -- --growth\`; change bench/results.ts. What is measured and how is in README.md. -->

- ${machine()}; the run took ${String(Math.ceil(seconds / 60))} minutes
- PostgreSQL ${ground.version} (${ground.durability}); Node ${process.versions.node}
- A database and a server for every size; each has the same newest orders and ten times as many older ones as the one before, so that all give the same answers. Events for the newest 100,000. ${String(options.rounds)} rounds of ${String(options.seconds)} s after one to warm up, sizes and viewers in turns; medians

${tables.map(markdown).join('\n\n')}
`;
}
