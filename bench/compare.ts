import { isDeepStrictEqual } from 'node:util';
import type { Child } from './child.ts';
import { metered, settled, type Setting } from './claims.ts';
import { Caller, drive, type Reply, type Slice } from './http.ts';
import { median, quantile, short, whole, type Table } from './statistics.ts';
import type { Person } from './world.ts';

/** One kind of reading: what the API is asked, and the same at the hand-written handler. */
export interface Reading {
  readonly name: string;
  readonly requests: readonly { readonly api: string; readonly person: Person; readonly path: string }[];
  /** Ways in which the handler was written by hand. */
  readonly hands: readonly (readonly [name: string, prefix: string])[];
}

type Measured = Slice & { readonly cpu: number; readonly databaseCpu: number };

export interface Comparison {
  readonly reader: Child;
  readonly url: string;
  readonly readings: readonly Reading[];
}

interface Contender {
  readonly key: string;
  readonly cells: readonly [string, string];
  readonly isApi: boolean;
  measure(connections: number): Promise<Measured>;
}

/** Lets the API and the hand-written handlers read in turns. Throws when their answers differ. */
export async function compare(
  setting: Setting,
  { reader, url, readings }: Comparison,
): Promise<Pick<Table, 'head' | 'rows'>> {
  const { options, server, ground, say } = setting;
  const contenders: Contender[] = [];
  for (const { name, requests, hands } of readings) {
    const api = requests.map(({ api, person }) => ({ path: '/graphql', body: api, token: person.token }));
    const entry = (who: string, child: Child, to: string, asked: readonly Asked[]): Contender => ({
      key: `${name} ${who}`,
      cells: [name, who],
      isApi: who === 'API',
      measure: (connections) => metered(child, ground, () => readFor(to, asked, connections, options.seconds)),
    });
    contenders.push(entry('API', server.child, server.url, api));
    for (const [who, prefix] of hands) {
      const asked = requests.map(({ path }) => ({ path: prefix + path }));
      await assertEqual([server.url, api], [url, asked], who);
      contenders.push(entry(who, reader, url, asked));
    }
  }
  const results = new Map<string, Measured[]>();
  await settled(setting);
  for (let round = 0; round <= options.rounds; round++) {
    for (const connections of options.connections) {
      for (const { key, measure } of round % 2 === 0 ? contenders : contenders.toReversed()) {
        const measured = await measure(connections);
        const at = `${String(connections)} ${key}`;
        if (round > 0) results.set(at, [...(results.get(at) ?? []), measured]);
        say(`  round ${String(round)} ${at}: ${whole(measured.count / measured.seconds)}/s`);
      }
    }
  }
  return { head: HEAD, rows: rowsOf(options.connections, contenders, results) };
}

const HEAD = [
  '',
  '',
  'connections',
  'requests/s',
  '× API',
  'p50 ms',
  'p99 ms',
  'Node CPU µs/request',
  'PostgreSQL CPU µs/request',
];

function rowsOf(
  connections: readonly number[],
  contenders: readonly Contender[],
  results: ReadonlyMap<string, readonly Measured[]>,
): string[][] {
  return connections.flatMap((many) => {
    let base = 0;
    return contenders.map(({ key, cells, isApi }) => {
      const all = results.get(`${String(many)} ${key}`)!;
      const rate = median(all.map(({ count, seconds }) => count / seconds));
      if (isApi) base = rate;
      const latencies = all.flatMap((slice) => slice.latencies);
      return [
        ...[...cells, String(many), whole(rate), isApi ? '1' : short(rate / base)],
        ...[short(quantile(latencies, 0.5)), short(quantile(latencies, 0.99))],
        ...[whole(median(all.map(({ cpu }) => cpu))), whole(median(all.map(({ databaseCpu }) => databaseCpu)))],
      ];
    });
  });
}

interface Asked {
  readonly path: string;
  readonly body?: string;
  readonly token?: string;
}

async function readFor(url: string, asked: readonly Asked[], connections: number, seconds: number): Promise<Slice> {
  const callers = await Promise.all(Array.from({ length: connections }, () => Caller.open(url)));
  const requests = asked.map(({ path, ...rest }) => callers[0]!.request(path, rest));
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  const slice = await drive(
    callers,
    () => (performance.now() < end ? requests[turn++ % requests.length]! : null),
    assertAnswered,
  );
  for (const caller of callers) caller.close();
  return slice;
}

function assertAnswered({ status, body }: Reply): void {
  if (status !== 200 || body.includes('"errors"'))
    throw new Error(`A request failed: ${String(status)} ${body.toString().slice(0, 500)}`);
}

type Side = readonly [url: string, asked: readonly Asked[]];

/** A comparison of different answers would compare nothing. */
async function assertEqual(api: Side, hand: Side, who: string): Promise<void> {
  const answers = await Promise.all([api, hand].map(([url, asked]) => answersOf(url, asked.slice(0, 30))));
  const different = answers[0]!.findIndex((answer, index) => !isDeepStrictEqual(answer, answers[1]![index]));
  if (different < 0) return;
  const [ours, theirs] = answers.map((all) => JSON.stringify(all[different]).slice(0, 1500));
  throw new Error(`${who} answers otherwise:\n${ours!}\n${theirs!}`);
}

async function answersOf(url: string, asked: readonly Asked[]): Promise<unknown[]> {
  const caller = await Caller.open(url);
  const answers: unknown[] = [];
  for (const { path, ...rest } of asked) {
    const reply = await caller.call(caller.request(path, rest));
    assertAnswered(reply);
    answers.push((JSON.parse(reply.body.toString()) as { data: unknown }).data);
  }
  caller.close();
  return answers;
}
