import type { Setting } from './claims.ts';
import { compare, type Contender, type Result } from './compare.ts';
import { fill, once } from './growth.fill.ts';
import { AIM, growthTables, type Growth } from './growth.table.ts';
import { openGround, type Server } from './ground.ts';
import { Caller } from './http.ts';
import type { Found, Run } from './parts.ts';
import type { Sent } from './probe.ts';
import { hashOf, knownDocuments, knownText } from './questions.ts';
import { growthPage } from './results.ts';
import type { Person } from './world.ts';

const SMALLEST = 10_000;
/** Whoever waits longer for one list is not measured any further. */
const PATIENCE_MS = 400;
/** Where a list takes no longer, a disturbance is more than a difference. */
const BRIEF_MS = 1.5;

/** A database with its number of orders, and a server on it. */
interface Stage {
  readonly orders: number;
  readonly url: string;
  readonly server: Server;
}

/** The work lists of every kind of viewer while the orders become more: all sizes stand side by side, and take turns. */
export async function measureGrowth({ options, say, closing }: Run): Promise<Found> {
  const began = performance.now();
  const ground = await openGround(knownDocuments());
  closing.push(() => ground.close());
  const sizes: number[] = [];
  for (let size = SMALLEST; size <= options.largest; size *= 10) sizes.push(size);
  const { urls, world, kinds } = await fill(ground, { sizes, units: options.units, say });
  const stages: Stage[] = [];
  for (const [index, url] of urls.entries())
    stages.push({ orders: sizes[index]!, url, server: await ground.startServer(url) });
  const setting: Setting = { ground, server: stages[0]!.server, world, options, say };
  const contenders = kinds.flatMap(({ kind, people }) => stages.map((stage) => contenderOf(kind, people, stage)));
  const slow = new Map<Contender, number>();
  for (const contender of contenders) {
    const needed = await patienceOf(contender);
    if (needed > PATIENCE_MS) slow.set(contender, needed);
  }
  const results = await compare(
    setting,
    contenders.filter((one) => !slow.has(one)),
    [1, 16],
  );
  const growth: Growth = { sizes, kinds: kinds.map(({ kind }) => kind), results, slow };
  const tables = growthTables(growth);
  for (const { kind, people } of kinds) if (!scales(kind, growth)) say(await planOf(stages.at(-1)!, kind, people[0]!));
  const seconds = Math.round((performance.now() - began) / 1000);
  return { tables, file: 'RESULTS-growth.md', text: growthPage({ options, tables, ground, seconds }) };
}

function contenderOf(kind: string, people: readonly Person[], { orders, server }: Stage): Contender {
  const body = JSON.stringify({
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(knownText('list')) } },
  });
  return {
    ...{ question: kind, name: String(orders), side: 'HOUSE', child: server.child, url: server.url },
    asked: people.map(({ token }) => ({ path: '/graphql', body, token })),
  };
}

/** Milliseconds that the slowest of a few needs; infinite when one is refused. */
async function patienceOf({ url, asked }: Contender): Promise<number> {
  const caller = await Caller.open(url);
  let slowest = 0;
  for (const { path, ...rest } of asked.slice(0, 3)) {
    // The second time, when everything is in memory.
    await caller.call(caller.request(path, rest));
    const at = performance.now();
    const { body, status } = await caller.call(caller.request(path, rest));
    const failed = status !== 200 || body.includes('"errors"');
    slowest = Math.max(slowest, failed ? Number.POSITIVE_INFINITY : performance.now() - at);
  }
  caller.close();
  return slowest;
}

function scales(kind: string, { sizes, results, slow }: Growth): boolean {
  if ([...slow.keys()].some(({ question }) => question === kind)) return false;
  const of = (size: number) =>
    results.find(
      (one) => one.contender.question === kind && one.contender.name === String(size) && one.connections === 1,
    );
  const p50 = (result: Result) => result.rounds.flatMap(({ latencies }) => latencies).toSorted((a, b) => a - b);
  const middle = (all: readonly number[]) => all[Math.floor(all.length / 2)]!;
  const largest = middle(p50(of(sizes.at(-1)!)!));
  return largest < BRIEF_MS || largest <= AIM * middle(p50(of(sizes[0]!)!));
}

/** How PostgreSQL finds the list of somebody, statement by statement. */
async function planOf({ url, server }: Stage, kind: string, person: Person): Promise<string> {
  const caller = await Caller.open(server.url);
  await server.child.ask('record');
  const body = JSON.stringify({ query: `query Planned ${'{ orders(first: 50) { nodes { id } } }'}` });
  await caller.call(caller.request('/graphql', { token: person.token, body }));
  const sent = await server.child.ask<Sent[]>('recorded');
  caller.close();
  const lists = sent.filter(({ text }) => /\bLIMIT\b/i.test(text) && /\borders\b/.test(text));
  const plans = lists.map(async ({ text, values }) => {
    const { rows } = await once(url, `EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
    return `${text}\n\n${(rows as Record<string, string>[]).map((row) => Object.values(row)[0]).join('\n')}`;
  });
  return `\n=== ${kind}\n${(await Promise.all(plans)).join('\n\n')}\n`;
}
