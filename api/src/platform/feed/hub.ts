import { setImmediate as breathe } from 'node:timers/promises';
import type { FedEvent } from '../../kernel/event.ts';
import { readCursor, type Place } from './cursor.ts';
import { Group, type Asking, type Common } from './group.ts';
import { Past, type History } from './past.ts';
import { Ring } from './ring.ts';
import { QUEUE_LIMITS, Subscriber, type QueueLimits, type Sink } from './subscriber.ts';
import type { Reader } from './tail.ts';

export interface HubOptions {
  readonly ring: number;
  /** Who is further behind than this is told RESYNC instead of everything. */
  readonly longestReplay: number;
  readonly queue?: QueueLimits;
}

export interface Subscription {
  close(): void;
}

const PAGE = 100;
const SLICE = 50;

/** Hands what the tail reads to those whom it concerns, and what they missed to those who come back. */
export class Hub implements Reader {
  private readonly ring: Ring;
  private readonly past: Past;
  private readonly common: Common;
  private epoch = 0;
  private readonly groups = new Map<string, Group>();
  private readonly listeners = new Set<(event: FedEvent) => void>();

  constructor(
    history: History,
    common: Omit<Common, 'ring' | 'emptied'>,
    private readonly options: HubOptions,
  ) {
    this.ring = new Ring(options.ring, 0);
    this.past = new Past(history);
    this.common = { ...common, ring: this.ring, emptied: (group) => this.forget(group) };
  }

  /** Where the feed stands here. */
  get place(): Place {
    return { epoch: this.epoch, seq: this.ring.head };
  }

  /** Events after `seq`, as far as memory reaches back. */
  after(seq: number): readonly FedEvent[] {
    return this.ring.after(Math.max(seq, this.ring.base), this.options.ring * 2);
  }

  /** Calls `listener` for every event, before anybody is told. It must not throw. Returns how to stop. */
  listen(listener: (event: FedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  begin(place: Place): void {
    this.epoch = place.epoch;
    this.past.forget();
    this.restart(place.seq);
  }

  async take(events: readonly FedEvent[]): Promise<void> {
    for (const [index, event] of events.entries()) {
      // Another epoch, or a hole because the beginning of the feed was removed by hand: nobody can be told what was there.
      if (event.seq !== this.ring.head + 1 || event.epoch !== this.epoch) this.begin({ ...event, seq: event.seq - 1 });
      this.ring.push(event);
      for (const listener of this.listeners) listener(event);
      for (const group of this.groups.values()) group.offer(event);
      if (index % SLICE === SLICE - 1) await breathe();
    }
    this.common.metrics.read += events.length;
    this.common.metrics.lagMs = Math.max(0, Date.now() - events.at(-1)!.at.getTime());
  }

  /** Subscribes: what came after the cursor `after`, then what comes; without it only what comes. */
  subscribe(asking: Asking, after: string | null, sink: Sink): Subscription {
    const group = this.groups.get(asking.key) ?? new Group(asking, this.common);
    this.groups.set(asking.key, group);
    const subscriber = new Subscriber(sink, this.ring.head, this.options.queue ?? QUEUE_LIMITS, group);
    group.guests.add(subscriber);
    this.common.metrics.subscribers += 1;
    this.common.metrics.groups = this.groups.size;
    if (after === null) group.join(subscriber);
    else this.enter(group, subscriber, after).catch(() => subscriber.end('FAILED'));
    return subscriber;
  }

  private forget(group: Group): void {
    if (this.groups.get(group.asking.key) === group) this.groups.delete(group.asking.key);
    this.common.metrics.groups = this.groups.size;
  }

  private restart(seq: number): void {
    this.ring.reset(seq);
    for (const group of this.groups.values()) group.resyncAll(this.place);
  }

  private async enter(group: Group, subscriber: Subscriber, after: string): Promise<void> {
    const from = await this.startOf(after);
    if (from !== null) return this.catchUp(group, subscriber, from);
    const { place } = this;
    const resync = await group.resync(place);
    if (resync === null) return subscriber.end('FAILED');
    await subscriber.replay(resync);
    return this.catchUp(group, subscriber, place.seq);
  }

  /** From where to replay; null when the cursor leads nowhere from which everything could be told. */
  private async startOf(after: string): Promise<number | null> {
    const cursor = readCursor(after);
    if (cursor?.epoch !== this.epoch || this.ring.head - cursor.seq > this.options.longestReplay) return null;
    // Not of the future if another node has read further than this one.
    return cursor.seq <= this.ring.head || (await this.past.reaches(cursor.seq)) ? cursor.seq : null;
  }

  private async catchUp(group: Group, subscriber: Subscriber, from: number): Promise<void> {
    const { epoch } = this;
    let seq = from;
    // Between the look at `head` and `join` nothing else can run: no event falls between, none comes twice.
    while (seq < this.ring.head && !subscriber.ended) {
      const page = this.ring.covers(seq) ? this.ring.after(seq, PAGE) : await this.past.after(seq);
      for (const event of page) {
        await this.show(group, subscriber, event);
        seq = event.seq;
      }
      await breathe();
      if (epoch !== this.epoch || page.length === 0) return group.resyncOne(subscriber, this.place);
    }
    subscriber.standAt(seq);
    group.join(subscriber);
  }

  private async show(group: Group, subscriber: Subscriber, event: FedEvent): Promise<void> {
    const notice = subscriber.ended ? null : group.noticeOf(event);
    if (notice === null) return;
    const delivery = await group.deliveryOf(notice);
    if (delivery === null) subscriber.end('FAILED');
    else if (delivery !== 'NOT_MEANT') await subscriber.replay(delivery);
  }
}
