import type { Agent } from 'node:http';
import { randomUUID } from 'node:crypto';
import { callOrder, keepAlive, NoAnswer } from './caller.ts';
import { Follower } from './follower.ts';
import type { Answer, Attempt } from './history.ts';
import { HouseProcess } from './house-process.ts';
import { openOrders } from './open-orders.ts';
import { STREET, COMMUNITY, World } from './world.ts';
import type { Somebody } from './somebody.ts';

/** A unit of the race: its liaison and what it is called. */
export interface Runner {
  readonly liaison: Somebody;
  readonly unitId: string;
  readonly name: string;
}

export const SEAL_KEY = 'a key of the tests that is long enough';

/** Many units that all want the same orders. */
export class ClaimRace {
  readonly agent: Agent = keepAlive(128);
  readonly processes: HouseProcess[] = [];
  readonly followers: Follower[] = [];
  readonly history: Attempt[] = [];
  /** Refusals that are not the expected one. */
  readonly strange: unknown[] = [];
  readonly unanswered: string[] = [];

  private constructor(
    readonly world: World,
    readonly runners: readonly Runner[],
    private readonly resident: Somebody,
    private readonly reviewer: Somebody,
  ) {}

  static async open(units: number): Promise<ClaimRace> {
    const world = await World.open({ nodes: 0, config: { SEAL_KEY } });
    const names = Array.from({ length: units }, (_, index) => `演示单位${String(index + 1)}`);
    const ids = await Promise.all(names.map((name) => world.unit(name)));
    const liaisons = await world.people(ids.map((id) => ['UNIT_LIAISON', id] as const));
    const [resident, reviewer] = await world.people([
      ['RESIDENT', COMMUNITY],
      ['STREET_REVIEWER', STREET],
    ]);
    const runners = liaisons.map((liaison, index) => ({ liaison, unitId: ids[index]!, name: names[index]! }));
    return new ClaimRace(world, runners, resident!, reviewer!);
  }

  /** Houses in processes of their own on the same database. */
  async startProcesses(count: number): Promise<readonly string[]> {
    const { world } = this;
    const options = { databaseUrl: world.databaseUrl, sealKey: SEAL_KEY, ahead: world.now().getTime() - Date.now() };
    const started = await Promise.all(Array.from({ length: count }, () => HouseProcess.start(options)));
    this.processes.push(...started);
    return started.map(({ url }) => url);
  }

  /** The first `count` units listen, spread over the houses. */
  async listen(count: number, urls: readonly string[]): Promise<void> {
    const shown = 'kind cursor action order { id state unit { id name } }';
    for (const [index, { liaison }] of this.runners.slice(0, count).entries()) {
      const url = () => urls[index % urls.length]!;
      this.followers.push(new Follower({ by: liaison, field: 'claimHall', url, agent: this.agent, shown }));
    }
    while (!this.followers.every(({ connected }) => connected)) await pause(20);
    await pause(200);
  }

  /** Orders that wait to be claimed, published to all units. */
  openOrders(count: number, url: string): Promise<string[]> {
    return openOrders(count, { resident: this.resident.at(url), reviewer: this.reviewer.at(url), agent: this.agent });
  }

  /** Every unit claims the order at the same moment, each at the house whose turn it is. */
  async claimAtOnce(orderId: string, urls: readonly string[]): Promise<void> {
    const start = this.world.now().getTime();
    const plan = { plannedStart: new Date(start + 3_600_000), plannedFinish: new Date(start + 20 * 3_600_000) };
    const claims = this.runners.map((runner, index) =>
      this.claim(runner, { orderId, ...plan, idempotencyKey: randomUUID() }, urls[index % urls.length]!),
    );
    await Promise.all(claims);
  }

  /** Who holds each order, as the database has it. */
  async finals(): Promise<Map<string, string | null>> {
    const text = `SELECT o.id, c.unit_id AS claimed, o.unit_id AS held FROM orders o
      LEFT JOIN order_claim c ON c.order_id = o.id AND c.released_at IS NULL`;
    const { rows } = await this.world.sql.query<{ id: string; claimed: string | null; held: string | null }>(text);
    return new Map(rows.map(({ id, claimed, held }) => [id, claimed === held ? held : 'two answers']));
  }

  async close(): Promise<void> {
    await Promise.all(this.followers.map((follower) => follower.close()));
    this.agent.destroy();
    await Promise.all(this.processes.map((house) => house.stop()));
    await this.world.close();
  }

  /** Without an answer (a house that is overloaded says so after two seconds) the same call is sent again, with its key. */
  private async claim(runner: Runner, input: { orderId: string; idempotencyKey: string }, url: string): Promise<void> {
    const { agent } = this;
    const attempt = { order: input.orderId, call: performance.now(), what: { claim: runner.unitId } };
    try {
      const by = { url, who: runner.liaison.who };
      const { error, shown } = await callOrder(by, 'orderClaim', input, { agent, shown: 'id state unit { id }' });
      const answer = error ? this.refusal(error) : { kind: 'won' as const };
      if (!error && shown?.['unit'].id !== runner.unitId) this.strange.push(shown);
      this.history.push({ ...attempt, ret: performance.now(), answer });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.unanswered.push(error.message);
      this.history.push({ ...attempt, ret: Infinity, answer: { kind: 'unknown' } });
      await pause(200);
      return this.claim(runner, input, url);
    }
  }

  private refusal(error: NonNullable<Awaited<ReturnType<typeof callOrder>>['error']>): Answer {
    const { code, message, standing } = error;
    const holder = this.runners.find(({ name }) => name === standing?.holder);
    const names = holder && message.includes(`“${holder.name}”`);
    if (code !== 'ORDER_ALREADY_CLAIMED' || standing?.state !== 'CLAIMED' || !names) this.strange.push(error);
    return { kind: 'lost', to: holder?.unitId ?? null };
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
