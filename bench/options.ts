import { parseArgs } from 'node:util';

export const PARTS = ['claims', 'feed', 'reads', 'full', 'viewers', 'statements'] as const;
export type Part = (typeof PARTS)[number];

/** How large the world is and how long is measured. */
export interface Options {
  readonly units: number;
  readonly orders: number;
  readonly events: number;
  /** Every contender has its turn in every round. */
  readonly rounds: number;
  /** Length of one slice of reading. */
  readonly seconds: number;
  /** Orders that are claimed in one slice. */
  readonly claims: number;
  readonly callers: number;
  readonly subscribers: number;
  /** Claims of one slice that subscribers are told of, one after the other. */
  readonly pushes: number;
  readonly connections: readonly number[];
  readonly parts: readonly Part[];
  /** Take a CPU profile of the server and print where its time goes. */
  readonly profile: boolean;
  /** Measure the work lists while the number of orders grows, and nothing else. */
  readonly growth: boolean;
  /** Orders at the end of the growth. */
  readonly largest: number;
  /** Write what was measured beside this file. */
  readonly write: boolean;
}

const NUMBERS = {
  units: 600,
  orders: 200_000,
  events: 1_000_000,
  rounds: 5,
  seconds: 0.5,
  claims: 500,
  callers: 16,
  subscribers: 1000,
  pushes: 20,
  largest: 10_000_000,
};

export const HELP = `npm run bench -- [flags]
${Object.entries(NUMBERS)
  .map(([name, value]) => `  --${name} ${String(value)}`)
  .join('\n')}
  --connections 16,64
  --only ${PARTS.join(',')}
  --growth    the work lists from 10,000 orders to --largest, ten times as many each time; nothing else
  --profile   a CPU profile of the server; the tables are then not fit for comparing
  --dry       leave bench/RESULTS.md as it is`;

export function readOptions(args: readonly string[]): Options | null {
  const flags = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, { type: 'string' }] as const));
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...(flags as Record<keyof typeof NUMBERS, { type: 'string' }>),
      connections: { type: 'string', default: '16,64' },
      only: { type: 'string', default: PARTS.join(',') },
      profile: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const number = (name: keyof typeof NUMBERS) => positive(name, values[name] ?? String(NUMBERS[name]));
  const sizes = { units: number('units'), orders: number('orders'), events: number('events') };
  const times = { rounds: number('rounds'), seconds: number('seconds'), claims: number('claims') };
  const crowd = { callers: number('callers'), subscribers: number('subscribers'), pushes: number('pushes') };
  const parts = values.only.split(',').map(partOf);
  return {
    ...sizes,
    ...times,
    ...crowd,
    connections: values.connections.split(',').map((value) => positive('connections', value)),
    parts,
    ...{ profile: values.profile, growth: values.growth, largest: number('largest') },
    write: !values.dry && !values.profile && parts.length === PARTS.length,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || (name !== 'seconds' && !Number.isInteger(value))) throw new Error(`--${name}: not "${text}"`);
  return value;
}

function partOf(text: string): Part {
  const part = PARTS.find((one) => one === text);
  if (!part) throw new Error(`--only: one or more of ${PARTS.join(',')}, not "${text}"`);
  return part;
}
