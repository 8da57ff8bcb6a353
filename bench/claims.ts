import type { Child } from './child.ts';
import type { Ground, Server } from './ground.ts';
import { Caller, drive, type Slice } from './http.ts';
import type { Options } from './options.ts';
import { spent } from './postgres.ts';
import type { Sent } from './probe.ts';
import { median, quantile, short, whole, type Table } from './statistics.ts';
import { newKey, type Person, type World } from './world.ts';

export interface Setting {
  readonly ground: Ground;
  readonly server: Server;
  readonly world: World;
  readonly options: Options;
  readonly say: (line: string) => void;
}

/** Who claims directly, and what of a claim's statements it sends. */
export type Extent = 'REQUEST' | 'TRANSACTION' | 'INSERT';

/** A claim to be made: which order, by whom, under which key. */
export interface Claim {
  readonly orderId: string;
  readonly person: Person;
  readonly key: string;
}

/** A claim that the API made, as the server sent it. */
export interface Recording {
  readonly claim: Claim;
  /** Milliseconds of the epoch; ids made later were made for this claim. */
  readonly began: number;
  readonly statements: readonly Sent[];
}

interface Measured extends Slice {
  /** Microseconds a claim. */
  readonly cpu: number;
  readonly databaseCpu: number;
}

const CLAIM = `mutation ($input: OrderClaimInput!) { orderClaim(input: $input) {
  order { id number state version unit { id shortName } viewerActions { action label mutation } } userErrors { code message } } }`;

const HOUR = 3_600_000;

/** The request by which somebody claims an order. */
export function claimRequest(caller: Caller, { orderId, person, key }: Claim): Buffer {
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const input = { orderId, idempotencyKey: key, plannedStart: inHours(1), plannedFinish: inHours(20) };
  return caller.request('/graphql', {
    body: JSON.stringify({ query: CLAIM, variables: { input } }),
    token: person.token,
  });
}

export function assertClaimed({ status, body }: { status: number; body: Buffer }): void {
  if (status !== 200 || !body.includes('"userErrors":[]') || !body.includes('"state":"CLAIMED"'))
    throw new Error(`A claim failed: ${String(status)} ${body.toString()}`);
}

/** One liaison a caller, each of a unit of its own. */
export async function liaisons({ world, options }: Setting): Promise<readonly Person[]> {
  return world.people(world.units.slice(0, options.callers).map((unit) => ['UNIT_LIAISON', unit] as const));
}

/** Claims one order after the other by the API and keeps the statements of the one that needed fewest: what only a cache needed is not part of a claim. */
export async function recordClaim({ server, world }: Setting, person: Person): Promise<Recording> {
  const orders = await world.openOrders(5, [person.scope]);
  const caller = await Caller.open(server.url);
  const made: Recording[] = [];
  for (const orderId of orders) {
    const claim = { orderId, person, key: newKey() };
    await server.child.ask('record');
    const began = Date.now();
    assertClaimed(await caller.call(claimRequest(caller, claim)));
    made.push({ claim, began, statements: await server.child.ask('recorded') });
  }
  caller.close();
  // The last of them: by then every statement has earned its name.
  return made.toReversed().toSorted((a, b) => a.statements.length - b.statements.length)[0]!;
}

export async function measureClaims(setting: Setting, direct: Child): Promise<{ table: Table; checked: string }> {
  const { options, world, say } = setting;
  const people = await liaisons(setting);
  const recording = await recordClaim(setting, people[0]!);
  await direct.ask('prepare', { url: setting.ground.databaseUrl, recording, callers: options.callers });
  const perRound = options.claims * 3 + options.claims * 10;
  say(`claims: ${String(perRound * options.rounds)} open orders more …`);
  const units = people.map(({ scope }) => scope);
  const contenders = contendersOf(setting, direct, people);
  const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  const claimed: Claim[] = [];
  for (let round = 0; round <= options.rounds; round++) {
    for (const { name, share, run } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const orders = await world.openOrders(options.claims * share, units);
      const claims = orders.map((orderId, index) => ({
        orderId,
        person: people[index % people.length]!,
        key: newKey(),
      }));
      await settled(setting);
      const measured = await run(claims);
      if (share === 1) claimed.push(...claims);
      // The first round warms everything up.
      if (round > 0) results.get(name)!.push(measured);
      say(`  round ${String(round)} ${name}: ${whole(measured.count / measured.seconds)}/s`);
    }
  }
  const checked = await checkClaims(setting, claimed);
  return { table: tableOf(results, recording.statements), checked };
}

interface Contender {
  readonly name: string;
  /** How many times as many claims as the API makes, so that a slice is not over too soon. */
  readonly share: number;
  run(claims: readonly Claim[]): Promise<Measured>;
}

function contendersOf(setting: Setting, direct: Child, people: readonly Person[]): readonly Contender[] {
  const { server, ground } = setting;
  const directly = (name: string, extent: Extent, share: number): Contender => ({
    name,
    share,
    run: (claims) => metered(direct, ground, () => direct.ask<Slice>('claim', { claims, extent })),
  });
  return [
    {
      name: 'API',
      share: 1,
      run: (claims) => metered(server.child, ground, () => claimByApi(setting, claims, people.length)),
    },
    directly('the same statements, all of the request', 'REQUEST', 1),
    directly('the same statements, the transaction alone', 'TRANSACTION', 1),
    directly('INSERT of the claim alone', 'INSERT', 10),
  ];
}

async function claimByApi({ server }: Setting, claims: readonly Claim[], count: number): Promise<Slice> {
  const callers = await Promise.all(Array.from({ length: count }, () => Caller.open(server.url)));
  const queues = callers.map((caller, index) =>
    claims.filter((_, at) => at % count === index).map((claim) => claimRequest(caller, claim)),
  );
  const slice = await drive(callers, (caller) => queues[caller]!.pop() ?? null, assertClaimed);
  for (const caller of callers) caller.close();
  return slice;
}

/** Runs a slice and takes the CPU time of the process that does the work and of the database. */
export async function metered<S extends Slice>(
  child: Child,
  ground: Ground,
  run: () => Promise<S>,
): Promise<S & Measured> {
  const [before, databaseBefore] = [await child.cpu(), ground.databaseCpu()];
  const slice = await run();
  const [cpu, databaseCpu] = [(await child.cpu()) - before, spent(databaseBefore, ground.databaseCpu())];
  return { ...slice, cpu: cpu / slice.count, databaseCpu: databaseCpu / slice.count };
}

/** Waits until the feed has put everything in order that was claimed before, so that nobody pays for the one before. */
export async function settled({ ground }: Pick<Setting, 'ground'>): Promise<void> {
  for (;;) {
    const { rows } = await ground.sql.query<{ many: string }>('SELECT count(*) AS many FROM event_pending');
    if (rows[0]!.many === '0') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const CHECK = `
  WITH asked AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS a (id, unit))
  SELECT count(*) FILTER (WHERE o.state <> 'CLAIMED' OR o.unit_id <> a.unit OR o.version <> 4) AS wrong,
    count(*) FILTER (WHERE (SELECT count(*) FROM order_claim c WHERE c.order_id = a.id) <> 1) AS claims,
    count(*) FILTER (WHERE (SELECT count(*) FROM event e WHERE e.subject_id = a.id AND e.action = 'claim') <> 1) AS events,
    count(*) FILTER (WHERE (SELECT count(*) FROM event e JOIN feed f ON f.event_id = e.id WHERE e.subject_id = a.id AND e.action = 'claim') <> 1) AS fed
  FROM asked a JOIN orders o ON o.id = a.id`;

/** Every acknowledged claim stands, once: in the order, in the claims, in the events, in the feed. */
async function checkClaims(setting: Setting, claims: readonly Claim[]): Promise<string> {
  await settled(setting);
  const values = [claims.map(({ orderId }) => orderId), claims.map(({ person }) => person.scope)];
  const { rows } = await setting.ground.sql.query<Record<string, string>>(CHECK, values);
  const faults = Object.entries(rows[0]!).filter(([, count]) => count !== '0');
  if (faults.length > 0) throw new Error(`Claims lost or doubled: ${JSON.stringify(rows[0])}`);
  return `${whole(claims.length)} claims by the API and by the driven statements were checked afterwards: each stands exactly once in orders, claims, events and feed.`;
}

function tableOf(results: ReadonlyMap<string, readonly Measured[]>, statements: readonly Sent[]): Table {
  const trips = new Set(statements.map(({ trip }) => trip)).size;
  const rate = (all: readonly Measured[]) => median(all.map(({ count, seconds }) => count / seconds));
  const base = rate([...results.values()][0]!);
  const rows = [...results].map(([name, all]) => {
    const latencies = all.flatMap((slice) => slice.latencies);
    return [
      ...[name, whole(rate(all)), name === 'API' ? '1' : short(rate(all) / base)],
      ...[short(quantile(latencies, 0.5)), short(quantile(latencies, 0.99))],
      ...[whole(median(all.map(({ cpu }) => cpu))), whole(median(all.map(({ databaseCpu }) => databaseCpu)))],
    ];
  });
  return {
    title: 'Claims',
    about: `Every caller claims orders that nobody else claims, over one connection. A claim is ${String(statements.length)} statements in ${String(trips)} round trips, with the look-up of the session and the reading of what is answered; driven directly they make the same trips.`,
    head: ['', 'claims/s', '× API', 'p50 ms', 'p99 ms', 'Node CPU µs/claim', 'PostgreSQL CPU µs/claim'],
    rows,
  };
}
