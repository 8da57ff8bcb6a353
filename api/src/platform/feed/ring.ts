import type { FedEvent } from '../../kernel/event.ts';

/** The newest events in memory, without a gap, so that reconnecting clients do not fall upon the database. */
export class Ring {
  private readonly events: FedEvent[] = [];

  constructor(
    private readonly size: number,
    /** Number of the last event that was in the feed before the ring began. */
    private first: number,
  ) {}

  /** Number of the last event before the ring. */
  get base(): number {
    return this.first;
  }

  /** Number of the newest event. */
  get head(): number {
    return this.first + this.events.length;
  }

  /** Takes the next event, which must be the one after `head`. */
  push(event: FedEvent): void {
    this.events.push(event);
    // Cut in large pieces: shifting one by one would copy the whole ring for each event.
    if (this.events.length >= this.size * 2) this.first += this.events.splice(0, this.events.length - this.size).length;
  }

  /** Does the ring hold all that came after `seq`? */
  covers(seq: number): boolean {
    return seq >= this.first;
  }

  /** The events after `seq`, at most `limit`. Only where `covers(seq)`. */
  after(seq: number, limit: number): readonly FedEvent[] {
    return this.events.slice(seq - this.first, seq - this.first + limit);
  }

  /** Forgets everything: the feed begins anew after `first`. */
  reset(first: number): void {
    this.events.length = 0;
    this.first = first;
  }
}
