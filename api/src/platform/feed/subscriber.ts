import type { Delivery } from './delivery.ts';

/** Why a subscriber hears nothing more: it did not keep up, or what it asked for cannot be answered now. */
export type End = 'OVERFLOW' | 'FAILED';

/** Where a subscriber's results go: a socket, or whatever else. */
export interface Sink {
  /** Writes one result; resolves when it left this process. */
  write(delivery: Delivery): Promise<void>;
  /** Nothing more will come. Not called when the subscriber itself was closed. */
  end(why: End): void;
}

export interface QueueLimits {
  readonly events: number;
  /** In UTF-16 units of the text. */
  readonly bytes: number;
  /** How long one who did not keep up has for taking the last notice, in milliseconds. */
  readonly grace: number;
}

export const QUEUE_LIMITS: QueueLimits = Object.freeze({ events: 256, bytes: 256 * 1024, grace: 5000 });

/**
 * One who listens. Results wait here while the one before is being written, but only so many: who does not keep up is
 * told RESYNC and cut off. Offering never blocks and never throws.
 */
export class Subscriber {
  private queue: Delivery[] = [];
  private bytes = 0;
  private busy = false;
  private over = false;
  private closed = false;

  constructor(
    private readonly sink: Sink,
    /** Number of the last event it was given; older ones are not for it. */
    private since: number,
    private readonly limits: QueueLimits,
    private readonly written: (delivery: Delivery) => void,
  ) {}

  get ended(): boolean {
    return this.closed || this.over;
  }

  /** Sets where it stands, before it goes live. */
  standAt(seq: number): void {
    this.since = seq;
  }

  /** Gives a live result. False when the subscriber does not keep up and must be told RESYNC with `overflow`. */
  offer(delivery: Delivery): boolean {
    if (this.ended || delivery.seq <= this.since) return true;
    if (this.busy && (this.queue.length >= this.limits.events || this.bytes + delivery.size > this.limits.bytes))
      return false;
    this.since = delivery.seq;
    this.put(delivery);
    return true;
  }

  /** Writes a result of the past and waits until it is gone, so that a long replay never piles up. */
  async replay(delivery: Delivery): Promise<void> {
    this.since = Math.max(this.since, delivery.seq);
    if (!this.ended) await this.write(delivery);
  }

  /** Throws away what waits, leaves one last notice instead, and ends when that is written or the grace is over. */
  overflow(last: Promise<Delivery | null>): void {
    if (this.ended) return;
    this.over = true;
    this.drop();
    setTimeout(() => this.end('OVERFLOW'), this.limits.grace).unref();
    void last.then((delivery) => {
      if (delivery === null) this.end('FAILED');
      else if (!this.closed) this.put(delivery);
    });
  }

  /** Ends it from this side. */
  end(why: End): void {
    if (this.closed) return;
    this.close();
    this.sink.end(why);
  }

  /** Ends it from the other side: the client left. */
  close(): void {
    this.closed = true;
    this.drop();
  }

  private drop(): void {
    this.queue = [];
    this.bytes = 0;
  }

  private put(delivery: Delivery): void {
    this.queue.push(delivery);
    this.bytes += delivery.size;
    if (!this.busy) void this.drain();
  }

  private async drain(): Promise<void> {
    this.busy = true;
    for (let next = this.queue.shift(); next && !this.closed; next = this.queue.shift()) {
      this.bytes -= next.size;
      const last = this.over;
      await this.write(next);
      if (last) this.end('OVERFLOW');
    }
    this.busy = false;
  }

  private async write(delivery: Delivery): Promise<void> {
    try {
      await this.sink.write(delivery);
      this.written(delivery);
    } catch {
      this.end('FAILED');
    }
  }
}
