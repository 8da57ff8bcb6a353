import type { Child } from './child.ts';
import { settled, type Setting } from './claims.ts';
import { claiming, Crowd, liaisons, settleDown, ticketsOf, type Push, type Target } from './feed.crowd.ts';
import { median, quantile, short, whole, type Table } from './statistics.ts';

export interface Pushing {
  readonly setting: Setting;
  /** Of the house and of the limit: one process has descriptors for some ten thousand sockets. */
  readonly listeners: readonly [house: Child, limit: Child];
  readonly broadcaster: Target;
}

interface Round {
  readonly pushes: readonly Push[];
  /** Microseconds of the server a subscriber and push. */
  readonly cpu: number;
}

/** What was measured with so many subscribers of so many units: the house, and beside it the limit. */
export interface Pushed {
  readonly subscribers: number;
  readonly units: number;
  readonly house: readonly Round[];
  readonly limit: readonly Round[];
}

/** Subscribers of `units` units and as many of the limit, told in turns. `joined` is called when all are there and idle. */
export async function pushTo(
  pushing: Pushing,
  { subscribers, units, times }: { subscribers: number; units: number; times: number },
): Promise<Pushed> {
  const { setting, listeners, broadcaster } = pushing;
  const { options, server, world, say } = setting;
  const audience = world.units.slice(-units);
  const people = await liaisons(setting, subscribers, audience);
  const cause = await claiming(setting, (options.rounds + 1) * times + 2, audience, people[0]!);
  const house = new Crowd('house', listeners[0], server, cause);
  const limit = new Crowd(
    'limit',
    listeners[1],
    broadcaster,
    async (caller) => void (await caller.call(caller.request('/'))),
  );
  await house.join(await ticketsOf(setting, people));
  await settleDown(1000);
  // Shows that everybody is there, and what the limit is to send.
  await house.push(2);
  await broadcaster.child.ask('payload', await house.raw());
  await limit.join(people.map(() => ''));
  await settleDown(500);
  const rounds = { house: [] as Round[], limit: [] as Round[] };
  for (let round = 0; round <= options.rounds; round++) {
    for (const who of round % 2 === 0 ? (['house', 'limit'] as const) : (['limit', 'house'] as const)) {
      await settled(setting);
      const made = await timed(who === 'house' ? house : limit, times, subscribers);
      if (round > 0) rounds[who].push(made);
    }
  }
  for (const crowd of [house, limit]) if ((await crowd.leave()) !== 0) throw new Error('Somebody was told twice');
  say(`  ${whole(subscribers)} subscribers of ${whole(units)} units: × ${short(ratio({ ...rounds }))}`);
  return { subscribers, units, ...rounds };
}

async function timed(crowd: Crowd, times: number, subscribers: number): Promise<Round> {
  const before = await crowd.target.child.cpu();
  const pushes = await crowd.push(times);
  return { pushes, cpu: ((await crowd.target.child.cpu()) - before) / times / subscribers };
}

const each = (rounds: readonly Round[], of: (push: Push) => number) => rounds.flatMap(({ pushes }) => pushes.map(of));
const afterAnswer = (rounds: readonly Round[]) => each(rounds, ({ answered, last }) => last - answered);

function ratio({ house, limit }: Pick<Pushed, 'house' | 'limit'>): number {
  return median(afterAnswer(house)) / median(afterAnswer(limit));
}

export function pushTable(measured: readonly Pushed[]): Table {
  const row = (name: string, rounds: readonly Round[], times: number) => [
    ...[name, short(median(each(rounds, ({ sent, answered }) => answered - sent)))],
    short(median(each(rounds, ({ sent, first }) => first - sent))),
    ...[short(median(afterAnswer(rounds))), short(quantile(afterAnswer(rounds), 0.95)), short(times)],
    short(median(rounds.map(({ cpu }) => cpu))),
  ];
  return {
    title: 'From a claim to its subscribers',
    about:
      'Subscribers of one unit share an execution and a payload, those of several do so unit by unit; one event concerns them all. The bare broadcast sends the bytes that the house sent to as many sockets. CPU is the server’s, the claim itself included.',
    head: [
      'median ms',
      'request → answer',
      'request → first',
      'answer → last',
      'p95',
      '× bare',
      'Node CPU µs/subscriber',
    ],
    rows: measured.flatMap(({ subscribers, units, house, limit }) => [
      row(
        `${whole(subscribers)} subscribers of ${units === 1 ? 'one unit' : `${whole(units)} units`}`,
        house,
        ratio({ house, limit }),
      ),
      row(`bare ws broadcast to ${whole(subscribers)}`, limit, 1),
    ]),
  };
}
