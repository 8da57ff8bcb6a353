import type { Child } from './child.ts';
import { assertClaimed, claimRequest, settled, type Setting } from './claims.ts';
import { Caller } from './http.ts';
import { clock } from './serve.ts';
import { median, quantile, short, type Table } from './statistics.ts';
import { newKey, ticketsFor, type Person } from './world.ts';

/** Where the subscribers come from. Those of one unit share an execution; those of many do not. */
interface Contender {
  readonly name: string;
  readonly crowd: string;
  readonly server: Child;
  readonly url: string;
  /** Causes one push. Resolves when its answer is there. */
  push(caller: Caller): Promise<void>;
}

interface Push {
  readonly sent: number;
  readonly answered: number;
  readonly first: number;
  readonly last: number;
}

interface Round {
  readonly pushes: readonly Push[];
  /** Microseconds of the server a subscriber and push. */
  readonly cpu: number;
}

const UNITS = 100;
const CROWDS = { one: 'one', many: 'many', bare: 'bare' } as const;

export async function measureFeed(setting: Setting, listeners: Child, broadcaster: Child): Promise<Table> {
  const { options, say } = setting;
  const contenders = await contendersOf(setting, listeners, broadcaster);
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= options.rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      await settled(setting);
      const measured = await pushOften(contender, listeners, options);
      if (round > 0) rounds.get(contender.name)!.push(measured);
      say(
        `  round ${String(round)} ${contender.name}: ${short(median(measured.pushes.map(({ sent, last }) => last - sent)))} ms`,
      );
    }
  }
  return tableOf(rounds, options.subscribers);
}

async function pushOften(
  contender: Contender,
  listeners: Child,
  { pushes, subscribers }: Setting['options'],
): Promise<Round> {
  const made: Push[] = [];
  // A new connection each time: the server ends what is idle while others have their turn.
  const caller = await Caller.open(contender.url);
  const before = await contender.server.cpu();
  for (let push = 0; push < pushes; push++) {
    await listeners.ask('expect', contender.crowd);
    const sent = clock();
    await contender.push(caller);
    const answered = clock();
    const { first, last } = await listeners.ask<{ first: number; last: number }>('all', contender.crowd);
    made.push({ sent, answered, first, last });
  }
  const cpu = ((await contender.server.cpu()) - before) / pushes / subscribers;
  caller.close();
  return { pushes: made, cpu };
}

async function contendersOf(setting: Setting, listeners: Child, broadcaster: Child): Promise<readonly Contender[]> {
  const { server, world, options, ground, say } = setting;
  const units = world.units.slice(-UNITS - 1);
  const [one, ...many] = units as [string, ...string[]];
  const count = options.subscribers;
  const [ofOne, ofMany] = await Promise.all([
    world.people(Array.from({ length: count }, () => ['UNIT_LIAISON', one] as const)),
    world.people(Array.from({ length: count }, (_, index) => ['UNIT_LIAISON', many[index % many.length]!] as const)),
  ]);
  say(`feed: ${String(count * 3)} sockets …`);
  const open = (crowd: string, url: string, tickets: readonly string[]) =>
    listeners.ask('open', { crowd, url, tickets });
  await open(CROWDS.one, server.url, await ticketsFor(ground.sql, ofOne));
  await open(CROWDS.many, server.url, await ticketsFor(ground.sql, ofMany));
  const bareUrl = await broadcaster.ask<string>('url');
  await open(
    CROWDS.bare,
    bareUrl,
    ofOne.map(() => ''),
  );
  const audience = Math.min(many.length, count);
  const contenders = [
    await byClaims(setting, { name: `API, subscribers of one unit`, crowd: CROWDS.one, units: [one] }, ofOne),
    await byClaims(
      setting,
      { name: `API, subscribers of ${String(audience)} units`, crowd: CROWDS.many, units: many },
      ofMany,
    ),
  ];
  await warmUp(contenders, listeners);
  await broadcaster.ask('payload', await listeners.ask<string>('raw', CROWDS.one));
  return [
    ...contenders,
    {
      name: 'bare ws broadcast',
      crowd: CROWDS.bare,
      server: broadcaster,
      url: bareUrl,
      push: async (caller) => void (await caller.call(caller.request('/'))),
    },
  ];
}

async function byClaims(
  { server, world, options }: Setting,
  { name, crowd, units }: { name: string; crowd: string; units: readonly string[] },
  people: readonly Person[],
): Promise<Contender> {
  const orders = [...(await world.openOrders((options.rounds + 1) * options.pushes + 1, units))];
  const push = async (caller: Caller) => {
    const claim = { orderId: orders.pop()!, person: people[0]!, key: newKey() };
    assertClaimed(await caller.call(claimRequest(caller, claim)));
  };
  return { name, crowd, server: server.child, url: server.url, push };
}

/** A subscription is heard a moment after it was sent; the first push shows that everybody's was. */
async function warmUp(contenders: readonly Contender[], listeners: Child): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (const { crowd, url, push } of contenders) {
    const caller = await Caller.open(url);
    await listeners.ask('expect', crowd);
    await push(caller);
    await listeners.ask('all', crowd);
    caller.close();
  }
}

function tableOf(rounds: ReadonlyMap<string, readonly Round[]>, subscribers: number): Table {
  const all = [...rounds].map(([name, made]) => ({ name, made, pushes: made.flatMap(({ pushes }) => pushes) }));
  const afterAnswer = (pushes: readonly Push[]) => pushes.map(({ answered, last }) => last - answered);
  const base = median(afterAnswer(all.at(-1)!.pushes));
  const rows = all.map(({ name, made, pushes }) => [
    ...[name, short(median(pushes.map(({ sent, answered }) => answered - sent)))],
    ...[
      short(median(pushes.map(({ sent, first }) => first - sent))),
      short(median(pushes.map(({ sent, last }) => last - sent))),
    ],
    ...[
      short(median(afterAnswer(pushes))),
      short(quantile(afterAnswer(pushes), 0.95)),
      short(median(afterAnswer(pushes)) / base),
    ],
    short(median(made.map(({ cpu }) => cpu))),
  ]);
  return {
    title: 'From a claim to its subscribers',
    about: `${subscribers.toLocaleString('en-US')} graphql-ws clients in one other process. The bare broadcast sends the bytes that the API sent, to as many of the same clients. CPU is the server’s, the claim itself included.`,
    head: [
      'median ms',
      'request → answer',
      'request → first',
      'request → last',
      'answer → last',
      'p95',
      '× bare',
      'Node CPU µs/subscriber',
    ],
    rows,
  };
}
