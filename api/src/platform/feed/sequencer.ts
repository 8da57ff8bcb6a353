import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { FeedMetrics } from './metrics.ts';
import { GENESIS, linkHash } from './canonical.ts';
import { eventOf, FACT } from './fact.ts';
import { Line } from './line.ts';
import { Loop } from './loop.ts';

/** How many events one transaction puts in order. */
export const BATCH = 500;
/** Name of the channel on which readers of the feed are told to look. */
export const CHANNEL = 'feed';

const LOCK = 0x66_65_65_64;
const BUSY = 20;
const IDLE = 200;
const [TURN, LONGEST_TURN] = [5, 80];

// The lock must be held before the statement that reads begins, so that it sees all that the holder before it committed.
const BEGIN = `begin; select pg_try_advisory_xact_lock(${LOCK}) as mine`;
const TAKE = `with taken as (
    delete from event_pending where id in (select id from event_pending order by id limit ${BATCH}) returning id, event_id)
  select t.event_id, ${FACT} as fact, p.epoch, coalesce(f.seq, 0)::text as seq, f.hash
  from taken t join event e on e.id = t.event_id cross join feed_epoch p
    left join (select seq, hash from feed order by seq desc limit 1) f on true
  order by t.id`;
// One empty notification a batch. One in each writer's transaction would cost writers most of their speed.
const APPEND = `with appended as (
    insert into feed (seq, epoch, event_id, hash)
    select $1::bigint + ordinality, $2, event_id, hash from unnest($3::uuid[], $4::bytea[]) with ordinality as u (event_id, hash, ordinality))
  select pg_notify('${CHANNEL}', '')`;

/** A pending event, and the head of the feed as it stood before the batch. */
interface Taken {
  readonly event_id: string;
  readonly fact: string;
  readonly epoch: number;
  readonly seq: string;
  readonly hash: Buffer | null;
}

/** Puts what is pending in order, once; says how many events, or null when another node is at it. */
export async function sequence(client: pg.Client): Promise<number | null> {
  const [, locked] = (await client.query(BEGIN)) as unknown as pg.QueryResult<{ mine: boolean }>[];
  if (!locked?.rows[0]?.mine) {
    await client.query('rollback');
    return null;
  }
  const { rows } = await client.query<Taken>({ name: 'feed_take', text: TAKE });
  const [head] = rows;
  if (head) await append(client, head, rows);
  await client.query('commit');
  return rows.length;
}

async function append(client: pg.Client, head: Taken, taken: readonly Taken[]): Promise<void> {
  let hash = head.hash ?? GENESIS;
  const hashes = taken.map(({ fact }) => (hash = linkHash(hash, eventOf(fact))));
  const values = [head.seq, head.epoch, taken.map((row) => row.event_id), hashes];
  await client.query({ name: 'feed_append', text: APPEND, values });
}

/**
 * Gives committed events their place in the feed. Every node runs one; they take turns by a lock that is only tried, so
 * idle nodes do not queue. Looks when woken, every 20 ms while there is work, and ever less, down to 200 ms, when idle.
 */
export class Sequencer {
  private readonly line: Line;
  private readonly loop: Loop;
  private idle = BUSY;
  private turn = TURN;

  constructor(
    url: string,
    private readonly metrics: FeedMetrics,
    /** Called after a batch is committed, so that this node's reader need not wait for the notification. */
    private readonly sequenced: () => void,
    log: FastifyBaseLogger,
  ) {
    this.line = new Line(url);
    this.loop = new Loop('sequencer', (woken) => this.line.run((client) => this.step(client, woken)), log);
  }

  wake(): void {
    this.loop.wake();
  }

  healthy(): boolean {
    return this.loop.healthy();
  }

  async close(): Promise<void> {
    await this.loop.close();
    await this.line.close();
  }

  private async step(client: pg.Client, woken: boolean): Promise<number> {
    if (!woken && !(await pending(client))) return (this.idle = Math.min(this.idle * 2, IDLE));
    const count = await sequence(client);
    // Another node is at it, but it may have begun to read before our commit: look again soon, though not for ever as soon.
    if (count === null) return (this.turn = Math.min(this.turn * 2, LONGEST_TURN));
    this.turn = TURN;
    if (count === 0) return (this.idle = BUSY);
    this.idle = BUSY;
    this.metrics.sequenced += count;
    this.sequenced();
    return count === BATCH ? 0 : BUSY;
  }
}

async function pending(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>({
    name: 'feed_pending',
    text: 'select exists (select from event_pending) as some',
  });
  return rows[0]!.some;
}
