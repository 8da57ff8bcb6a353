import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { FedEvent } from '../../kernel/event.ts';
import { fedEventOf, READ_FEED, type FedRow } from './fact.ts';
import type { Place } from './cursor.ts';
import { Line } from './line.ts';
import { Loop } from './loop.ts';
import { BATCH, CHANNEL } from './sequencer.ts';

/** Who is told of what the tail reads. Must not throw. */
export interface Reader {
  /** The tail begins to read after this place; called again when the feed begins anew under another epoch. */
  begin(place: Place): void;
  /** The next events, in order, none twice, none left out. What it returns is waited for. */
  take(events: readonly FedEvent[]): Promise<void>;
}

const LOOK = 1000;
const NOW = `select epoch, coalesce((select max(seq) from feed), 0)::text as seq from feed_epoch`;

/**
 * Follows the feed. Told by NOTIFY, but what it believes is the table, looked at every second: a lost notification costs
 * a second, a lost database nothing but time.
 */
export class Tail {
  private readonly line: Line;
  private readonly loop: Loop;
  private place: Place | null = null;
  private readonly started = Promise.withResolvers<void>();

  constructor(
    url: string,
    private readonly reader: Reader,
    /** How many events before the newest are read at the start, for clients that come back. */
    private readonly memory: number,
    log: FastifyBaseLogger,
  ) {
    this.line = new Line(url, (client) => this.greet(client));
    this.loop = new Loop('tail', () => this.line.run((client) => this.step(client)), log);
  }

  /** Resolves when the newest event was read for the first time. */
  get ready(): Promise<void> {
    return this.started.promise;
  }

  look(): void {
    this.loop.wake();
  }

  healthy(): boolean {
    return this.place !== null && this.loop.healthy();
  }

  async close(): Promise<void> {
    await this.loop.close();
    await this.line.close();
  }

  private async greet(client: pg.Client): Promise<void> {
    client.on('notification', () => this.loop.wake());
    await client.query(`listen ${CHANNEL}`);
    const { rows } = await client.query<{ epoch: number; seq: string }>(NOW);
    const { epoch, seq } = rows[0]!;
    // The same epoch: go on where we were. Another one: the database was restored, what we know is void.
    if (this.place?.epoch === epoch) return;
    this.place = { epoch, seq: Math.max(0, Number(seq) - this.memory) };
    this.reader.begin(this.place);
  }

  private async step(client: pg.Client): Promise<number> {
    const place = this.place!;
    const { rows } = await client.query<FedRow>({ name: 'feed_read', text: READ_FEED, values: [place.seq, BATCH] });
    const events = rows.map(fedEventOf);
    this.place = { epoch: place.epoch, seq: events.at(-1)?.seq ?? place.seq };
    if (events.length > 0) await this.reader.take(events);
    if (rows.length === BATCH) return 0;
    this.started.resolve();
    return LOOK;
  }
}
