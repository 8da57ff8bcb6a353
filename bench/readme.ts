import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Ground } from './ground.ts';
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

/** The whole of bench/README.md. */
export function readme(report: Report): string {
  const { options, tables, notes, ground, world } = report;
  const sizes = Object.entries(world.sizes).map(([name, count]) => `${whole(count)} ${name}`);
  return `# Measured beside its limits

<!-- Written by \`npm run bench\`; change bench/readme.ts. -->

How far the house is from what the machine could do: every measurement runs beside the same work with nothing in between.
Ratios count. Absolute figures belong to one machine on one day.

\`\`\`sh
npm run bench            # everything, about ${String(Math.ceil(report.seconds / 60))} minutes; writes this file
npm run bench -- --help  # sizes, parts, a CPU profile of the server
\`\`\`

- ${new Date().toISOString().slice(0, 10)}; ${machine()}
- PostgreSQL ${ground.version} (${ground.durability}); Node ${process.versions.node}; ${versions()}
- ${sizes.join(', ')}; open orders to be claimed are added before each slice, outside the measured time
- ${String(options.rounds)} rounds after one to warm up, each of ${String(options.claims)} claims, ${String(options.pushes)} pushes, ${String(options.seconds)} s of every kind of reading; contenders take turns in every round, in alternating order; medians of the rounds

${tables.map(markdown).join('\n\n')}

## Checked
${notes.map((note) => `- ${note}`).join('\n')}
- Hand-written handlers answer value by value what the API answers; a bench in which they do not stops.

## How to read it
- Client, server, peer and PostgreSQL share ${String(cpus().length)} cores. What one of them saves, the others get: a ratio of rates says more than a rate, and CPU per request more than either. CPU of Node is the process that does the work, client left out; CPU of PostgreSQL is all of its processes, background included, in steps of 10 ms${ground.databaseCpu() ? '' : ' (not known on this system)'}.
- The peers do less than the API, on purpose: they know no sessions, no rights, no masks, no limits and no GraphQL. The API looks up the session in the database on every request, so that a session that was ended a moment ago is ended.
- The statements of a claim are recorded from the running server and sent again with other orders, people and ids; they cannot drift from the code. The server runs meanwhile and puts those events in order too, as it does for its own.
- Disks decide claims: each is one durable commit. A virtual disk may answer an fsync faster than a real one.
- The pushes begin with a claim, and its CPU is divided among the subscribers too; the bare broadcast begins with an empty request.
- All clients are on the loopback: no network, no TLS, no proxy.
`;
}

function machine(): string {
  const [first] = cpus();
  const [minute] = loadavg();
  return `${String(cpus().length)} × ${first?.model.trim() ?? 'unknown CPU'}, ${whole(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}; commit ${commit()}; load at the end ${minute!.toFixed(1)}`;
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
