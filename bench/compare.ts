import { isDeepStrictEqual } from 'node:util';
import type { Child } from './child.ts';
import { metered, settled, type Setting } from './claims.ts';
import { Caller, drive, type Reply, type Slice } from './http.ts';
import { sameForm } from './questions.ts';

/** A request to be sent often. */
export interface Asked {
  readonly path: string;
  readonly body?: string;
  readonly token?: string;
}

/** The house itself, the same by hand, or somebody else's server. */
export type Side = 'HOUSE' | 'LIMIT' | 'PEER';

/** Somebody who answers a question. Those with the same question answer the same. */
export interface Contender {
  readonly question: string;
  readonly name: string;
  readonly side: Side;
  readonly child: Child;
  readonly url: string;
  readonly asked: readonly Asked[];
}

export type Measured = Slice & { readonly cpu: number; readonly databaseCpu: number };

export interface Result {
  readonly contender: Contender;
  readonly connections: number;
  /** One a round, in the order of the rounds: what was measured in one round was measured close together. */
  readonly rounds: readonly Measured[];
  /** Bytes that its process occupied in the end. */
  readonly memory: number;
}

/** Before each slice, unmeasured: who waited for their turn has cold caches and closed connections. */
const LEAD_MS = 150;

/** Lets all contenders answer in turns, in alternating order. Throws when their answers differ. */
export async function compare(
  setting: Setting,
  contenders: readonly Contender[],
  connections: readonly number[],
): Promise<readonly Result[]> {
  const { options, say } = setting;
  await assertSame(contenders);
  const rounds = new Map<string, Measured[]>();
  await settled(setting);
  for (let round = 0; round <= options.rounds; round++) {
    for (const many of connections) {
      for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
        // The first round warms everything up.
        const measured = await slice(setting, contender, many, round === 0 ? options.seconds / 2 : options.seconds);
        const key = keyOf(contender, many);
        if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), measured]);
        say(`  round ${String(round)} ${key}: ${String(Math.round(measured.count / measured.seconds))}/s`);
      }
    }
  }
  return Promise.all(
    contenders.flatMap((contender) =>
      connections.map(async (many) => ({
        ...{ contender, connections: many, rounds: rounds.get(keyOf(contender, many))! },
        memory: await contender.child.memory(),
      })),
    ),
  );
}

const keyOf = ({ question, name }: Contender, connections: number) => `${String(connections)} × ${question}, ${name}`;

async function slice(
  { ground }: Setting,
  contender: Contender,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const callers = await Promise.all(Array.from({ length: connections }, () => Caller.open(contender.url)));
  const requests = contender.asked.map(({ path, ...rest }) => callers[0]!.request(path, rest));
  let turn = 0;
  const until = (end: number) => () => (performance.now() < end ? requests[turn++ % requests.length]! : null);
  await drive(callers, until(performance.now() + LEAD_MS), assertAnswered);
  const run = () => drive(callers, until(performance.now() + seconds * 1000), assertAnswered);
  const measured = await metered(contender.child, ground, run);
  for (const caller of callers) caller.close();
  return measured;
}

function assertAnswered({ status, body }: Reply): void {
  if (status !== 200 || body.includes('"errors"'))
    throw new Error(`A request failed: ${String(status)} ${body.toString().slice(0, 500)}`);
}

/** A comparison of different answers would compare nothing. */
async function assertSame(contenders: readonly Contender[]): Promise<void> {
  for (const [question, all] of Map.groupBy(contenders, (one) => one.question)) {
    const [first, ...others] = all;
    const expected = await answersOf(first!);
    for (const other of others) {
      const answers = await answersOf(other);
      const at = answers.findIndex((answer, index) => !isDeepStrictEqual(answer, expected[index]));
      if (at < 0) continue;
      const shown = (answer: unknown) => JSON.stringify(answer).slice(0, 1500);
      throw new Error(
        `${question}: ${other.name} answers otherwise than ${first!.name}:\n${shown(expected[at])}\n${shown(answers[at])}`,
      );
    }
  }
}

const SAMPLE = 40;

async function answersOf({ url, asked }: Contender): Promise<unknown[]> {
  const caller = await Caller.open(url);
  const answers: unknown[] = [];
  for (const { path, ...rest } of asked.slice(0, SAMPLE)) {
    const reply = await caller.call(caller.request(path, rest));
    assertAnswered(reply);
    answers.push(sameForm((JSON.parse(reply.body.toString()) as { data: unknown }).data));
  }
  caller.close();
  return answers;
}
