import type { Result } from './compare.ts';
import { KNOWN, WHOLE } from './contenders.ts';
import { median, quantile, short, whole, type Table } from './statistics.ts';

const rates = ({ rounds }: Result) => rounds.map(({ count, seconds }) => count / seconds);
const rate = (result: Result) => median(rates(result));

/** The fastest of some. */
const best = (results: readonly Result[]): Result | undefined => results.toSorted((a, b) => rate(b) - rate(a))[0];

/** Rate beside another's, round by round: what disturbs a round disturbs both. */
function ratio(result: Result, other: Result | undefined): number {
  if (!other) return Number.NaN;
  const others = rates(other);
  return median(rates(result).map((one, round) => one / others[round]!));
}

interface Field {
  readonly all: readonly Result[];
  readonly limit: Result | undefined;
  readonly peer: Result | undefined;
}

function fieldOf(results: readonly Result[], question: string, connections: number): Field {
  const all = results.filter((one) => one.contender.question === question && one.connections === connections);
  const ofSide = (side: string) => all.filter(({ contender }) => contender.side === side);
  return { all, limit: best(ofSide('LIMIT')), peer: best(ofSide('PEER')) };
}

const CELLS = ['requests/s', '× limit', '× best peer', 'p50 / p99 ms'];

/** Everybody who answers a question, a row each. CPU is that of the smallest number of connections. */
export function readTable(question: string, about: string, results: readonly Result[]): Table {
  const of = results.filter(({ contender }) => contender.question === question);
  const connections = [...new Set(of.map((one) => one.connections))];
  const fields = connections.map((many) => fieldOf(results, question, many));
  const hasPeers = fields[0]!.peer !== undefined;
  const kept = (cells: readonly string[]) => cells.filter((_, index) => hasPeers || index !== 2);
  const rows = fields[0]!.all.map((first, index) => [
    first.contender.name,
    ...fields.flatMap((field) => kept(cellsOf(field.all[index]!, field))),
    ...[whole(median(first.rounds.map(({ cpu }) => cpu))), whole(median(first.rounds.map((one) => one.databaseCpu)))],
    whole(first.memory / 2 ** 20),
  ]);
  const head = connections.flatMap((many) => kept(CELLS).map((cell) => `${String(many)}: ${cell}`));
  return { title: question, about, head: ['', ...head, 'Node CPU µs', 'PostgreSQL CPU µs', 'RSS MiB'], rows };
}

function cellsOf(result: Result, { limit, peer }: Field): string[] {
  const latencies = result.rounds.flatMap((slice) => slice.latencies);
  return [
    ...[whole(rate(result)), short(ratio(result, limit)), short(ratio(result, peer))],
    `${short(quantile(latencies, 0.5))} / ${short(quantile(latencies, 0.99))}`,
  ];
}

interface Aim {
  readonly question: string;
  readonly name: string;
  readonly limit: number;
  readonly peer?: number;
}

const AIMS: readonly Aim[] = [
  { question: 'Work list', name: WHOLE, limit: 1, peer: 1.5 },
  { question: 'Work list', name: KNOWN, limit: 1.2, peer: 2 },
  { question: 'Single order', name: WHOLE, limit: 0.65, peer: 1.5 },
  { question: 'Single order', name: KNOWN, limit: 0.9, peer: 2 },
  { question: 'Counts by state', name: WHOLE, limit: 0.85 },
  { question: 'Counts by state', name: KNOWN, limit: 0.85 },
];

const reached = (value: number, aim: number | undefined) =>
  aim === undefined ? '' : `${short(value)} (aim ${short(aim)}: ${value >= aim ? 'yes' : 'no'})`;

/** What was aimed at, beside what was reached. */
export function aims(results: readonly Result[]): Table {
  const connections = [...new Set(results.map((one) => one.connections))];
  const rows = AIMS.map(({ question, name, limit, peer }) => [
    question,
    name,
    ...connections.flatMap((many) => {
      const field = fieldOf(results, question, many);
      const own = field.all.find(({ contender }) => contender.name === name)!;
      return [reached(ratio(own, field.limit), limit), reached(ratio(own, field.peer), peer)];
    }),
  ]);
  const head = connections.flatMap((many) => [`${String(many)}: × limit`, `${String(many)}: × best peer`]);
  return {
    title: 'Reads: what is aimed at',
    about: 'The limit is the better of the hand-written handlers.',
    head: ['', '', ...head],
    rows,
  };
}

/** Is the way to the limit as far for who sees parts as for who sees all? */
export function sightAims(results: readonly Result[]): Table {
  const [connections] = results.map((one) => one.connections);
  const ratioOf = (question: string, name: string) => {
    const field = fieldOf(results, question, connections!);
    return ratio(
      field.all.find(({ contender }) => contender.name === name)!,
      field.limit,
    );
  };
  const rows = [WHOLE, KNOWN].map((name) => {
    const base = ratioOf('Reviewer', name);
    const others = ['Liaison', 'Resident'].map((question) => reached(ratioOf(question, name) / base, 0.85));
    return [name, short(base), ...others];
  });
  return {
    title: 'Viewers: what is aimed at',
    about: 'The ratio to the limit for a viewer with scopes and masks, divided by that for the reviewer.',
    head: ['', 'reviewer: × limit', 'liaison ÷ reviewer', 'resident ÷ reviewer'],
    rows,
  };
}
