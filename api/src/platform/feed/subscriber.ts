import type { Delivery } from './delivery.ts';

/** Why a subscriber hears nothing more: it did not keep up, or what it asked for cannot be answered now. */
export type End = 'OVERFLOW' | 'FAILED';

/** Called once for each result: it left this process, or never will. */
export type Done = (error?: Error | null) => void;

/** Where a subscriber's results go: a socket, or whatever else. */
export interface Sink {
  /** Writes one result, never a second before `done` was called for the first. */
  write(delivery: Delivery, done: Done): void;
  /** Nothing more will come. Not called when the subscriber itself was closed. */
  end(why: End): void;
}

/** Those among whom a subscriber stands. */
export interface Circle {
  wrote(delivery: Delivery): void;
  /** It hears nothing more. May be told twice. */
  leave(subscriber: Subscriber): void;
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
 * told RESYNC and cut off. Offering never blocks and never throws. Costs nothing but itself while it only listens.
 */
export class Subscriber {
  private queue: Delivery[] | null = null;
  private bytes = 0;
  /** What is being written. */
  private flying: Delivery | null = null;
  /** The notice after which it ends. */
  private last: Delivery | null = null;
  private over = false;
  private closed = false;
  private landing: (() => void) | null = null;
  private readonly done: Done = (error) => this.land(error);

  constructor(
    private readonly sink: Sink,
    /** Number of the last event it was given; older ones are not for it. */
    private since: number,
    private readonly limits: QueueLimits,
    private readonly circle: Circle,
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
    if (this.flying !== null && this.isFull(delivery)) return false;
    this.since = delivery.seq;
    this.put(delivery);
    return true;
  }

  /** Writes a result of the past and waits until it is gone, so that a long replay never piles up. */
  async replay(delivery: Delivery): Promise<void> {
    this.since = Math.max(this.since, delivery.seq);
    if (this.ended) return;
    await new Promise<void>((landed) => {
      this.landing = landed;
      this.put(delivery);
    });
  }

  /** Throws away what waits, leaves one last notice instead, and ends when that is written or the grace is over. */
  overflow(last: Promise<Delivery | null>): void {
    if (this.ended) return;
    this.over = true;
    this.drop();
    setTimeout(() => this.end('OVERFLOW'), this.limits.grace).unref();
    void last.then((delivery) => {
      if (delivery === null) return this.end('FAILED');
      this.last = delivery;
      if (!this.closed) this.put(delivery);
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
    this.landed();
    this.circle.leave(this);
  }

  private isFull({ size }: Delivery): boolean {
    return (this.queue?.length ?? 0) >= this.limits.events || this.bytes + size > this.limits.bytes;
  }

  private drop(): void {
    this.queue = null;
    this.bytes = 0;
  }

  private put(delivery: Delivery): void {
    if (this.flying === null) return this.fly(delivery);
    (this.queue ??= []).push(delivery);
    this.bytes += delivery.size;
  }

  private fly(delivery: Delivery): void {
    this.flying = delivery;
    try {
      this.sink.write(delivery, this.done);
    } catch {
      this.end('FAILED');
    }
  }

  private land(error?: Error | null): void {
    const delivery = this.flying!;
    this.flying = null;
    if (error) return this.end('FAILED');
    this.circle.wrote(delivery);
    if (delivery === this.last) return this.end('OVERFLOW');
    this.landed();
    if (!this.closed && this.queue !== null) this.next(this.queue);
  }

  private next(queue: Delivery[]): void {
    const next = queue.shift()!;
    this.bytes -= next.size;
    if (queue.length === 0) this.queue = null;
    this.fly(next);
  }

  private landed(): void {
    this.landing?.();
    this.landing = null;
  }
}
