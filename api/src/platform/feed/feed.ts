import type { FastifyBaseLogger } from 'fastify';
import type { FedEvent } from '../../kernel/event.ts';
import type { Database } from '../database/database.ts';
import { spellCursor, type Place } from './cursor.ts';
import { fedEventOf, READ_FEED, type FedRow } from './fact.ts';
import { Gate } from './gate.ts';
import type { Asking } from './group.ts';
import { Hub, type Subscription } from './hub.ts';
import { freshMetrics, type FeedMetrics } from './metrics.ts';
import type { History } from './past.ts';
import { Sequencer } from './sequencer.ts';
import type { QueueLimits, Sink } from './subscriber.ts';
import { Tail } from './tail.ts';

export interface FeedOptions {
  readonly database: Pick<Database, 'url' | 'query'>;
  readonly log: FastifyBaseLogger;
  /** Newest events kept in memory. */
  readonly ring?: number;
  /**
   * Documents executed at the same time. Classes that one event concerns should begin together: what they read alike is then
   * read at once. More would keep everybody else waiting for the pool.
   */
  readonly executions?: number;
  readonly longestReplay?: number;
  readonly queue?: QueueLimits;
}

/** The feed as this node sees it. */
export interface Feed {
  /** Something was committed: look at once instead of at the next poll. */
  wake(): void;
  /** Where the feed stands here, as `epoch:seq`. */
  cursor(): string;
  place(): Place;
  /** The database answers, and everything that was there at the last look was read. */
  ready(): boolean;
  /** Tells `sink` what concerns the asker: all after the cursor `after`, if there is one, then what comes. */
  subscribe(asking: Asking, after: string | null, sink: Sink): Subscription;
  /** Calls the listener for every event, before any subscriber is told. It must not throw. Returns how to stop. */
  listen(listener: (event: FedEvent) => void): () => void;
  /** Events after `seq`, as far as memory reaches back. */
  after(seq: number): readonly FedEvent[];
  readonly metrics: Readonly<FeedMetrics>;
  close(): Promise<void>;
}

/** Starts sequencing, reading and telling. Resolves when the newest event was read. */
export async function openFeed(options: FeedOptions): Promise<Feed> {
  const { database, log, ring = 10_000, longestReplay = 50_000, executions = 32, queue } = options;
  const metrics = freshMetrics();
  const hub = new Hub(
    historyOf(database),
    { gate: new Gate(executions), metrics, log },
    { ring, longestReplay, ...(queue && { queue }) },
  );
  const tail = new Tail(database.url, hub, ring, log);
  const sequencer = new Sequencer(database.url, metrics, () => tail.look(), log);
  await tail.ready;
  return {
    metrics,
    wake: () => sequencer.wake(),
    cursor: () => spellCursor(hub.place),
    place: () => hub.place,
    ready: () => tail.healthy() && sequencer.healthy(),
    subscribe: (asking, after, sink) => hub.subscribe(asking, after, sink),
    listen: (listener) => hub.listen(listener),
    after: (seq) => hub.after(seq),
    close: async () => {
      await sequencer.close();
      await tail.close();
    },
  };
}

function historyOf(database: Pick<Database, 'query'>): History {
  const gate = new Gate(4);
  return {
    read: (after, limit) =>
      gate.run(async () => (await database.query<FedRow>('feed_history', READ_FEED, [after, limit])).map(fedEventOf)),
    newest: async () => {
      const rows = await database.query<{ seq: string }>(
        'feed_newest',
        'select coalesce(max(seq), 0)::text as seq from feed',
        [],
      );
      return Number(rows[0]!.seq);
    },
  };
}
