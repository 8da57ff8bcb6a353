import { setImmediate as breathe } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import type { FedEvent } from '../../kernel/event.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { spellCursor } from './cursor.ts';
import type { Delivery } from './delivery.ts';
import type { Gate } from './gate.ts';
import type { FeedMetrics } from './metrics.ts';
import type { Ring } from './ring.ts';
import { show } from './show.ts';
import type { Circle, Subscriber } from './subscriber.ts';
import type { Notice, Topic } from './topic.ts';

/** What somebody wants to be told. Askings with equal keys are answered once for all. */
export interface Asking {
  readonly key: string;
  readonly topic: Topic;
  readonly viewer: Viewer;
  /** Executes the document for a notice. */
  execute(notice: Notice): ExecutionResult | PromiseLike<ExecutionResult>;
}

/** What all groups of a process share. */
export interface Common {
  readonly ring: Ring;
  readonly gate: Gate;
  readonly metrics: FeedMetrics;
  readonly log: FastifyBaseLogger;
  /** Told when somebody was the last to leave a group. */
  readonly emptied: (group: Group) => void;
}

/** What somebody gets of a notice: a result, nothing because it was not for them, or nothing because it could not be made. */
export type Made = Delivery | 'NOT_MEANT' | null;

/** Results kept while somebody catches up, so that a thousand who come back cost one execution; and otherwise. */
const [KEPT, KEPT_LIVE] = [256, 16];
/** Events that are looked at in one go. */
const SLICE = 500;
/** Subscribers who are told in one go. */
const CROWD = 1000;
const TELL = 50;

/** Those who ask the same with the same rights: one execution and one text per event, in the order of the feed. */
export class Group implements Circle {
  /** Everybody who holds the group, live or still catching up. */
  readonly guests = new Set<Subscriber>();
  private readonly live = new Set<Subscriber>();
  /** The last event that was looked at. What comes after it waits in the ring, not here. */
  private position: number;
  private running = false;
  private readonly recent = new Map<string, Promise<Made>>();
  private told: FedEvent[] = [];

  constructor(
    readonly asking: Asking,
    private readonly common: Common,
  ) {
    this.position = common.ring.head;
  }

  /** From now on the subscriber gets every event that is offered. */
  join(subscriber: Subscriber): void {
    if (this.guests.has(subscriber)) this.live.add(subscriber);
    this.trim();
  }

  leave(subscriber: Subscriber): void {
    this.live.delete(subscriber);
    if (!this.guests.delete(subscriber)) return;
    this.common.metrics.subscribers -= 1;
    if (this.guests.size === 0) this.common.emptied(this);
  }

  /** The notice of an event for this group, or null when it is none of theirs. */
  noticeOf(event: FedEvent): Notice | null {
    try {
      const kind = this.asking.topic.concerns(event, this.asking.viewer);
      return kind === null ? null : { kind, cursor: spellCursor(event), event };
    } catch (error) {
      // A topic that throws shows nothing: silence is safe, a leak is not.
      this.common.log.error({ err: error, field: this.asking.topic.field }, 'a topic failed to decide');
      return null;
    }
  }

  /** Learns of a live event, which is in the ring already. Never blocks, never throws. */
  offer(event: FedEvent): void {
    if (this.running) return;
    if (this.live.size === 0 || this.noticeOf(event) === null) this.position = event.seq;
    else void this.run();
  }

  /** Tells everybody that something was missed, and lets them go. */
  resyncAll(place: Pick<FedEvent, 'epoch' | 'seq'>): void {
    this.position = place.seq;
    for (const subscriber of this.guests) this.resyncOne(subscriber, place);
  }

  /** The result for a notice, shared by all who need it now or soon. Null when not even RESYNC can be said. */
  deliveryOf(notice: Notice): Promise<Made> {
    const key = notice.event ? notice.cursor : `RESYNC ${notice.cursor}`;
    const known = this.recent.get(key);
    if (known) return known;
    const { gate } = this.common;
    const made = this.asking.topic.reaches
      ? this.ifMeant(notice)
      : gate.run(() => show(this.asking, notice, this.common));
    this.recent.set(key, made);
    this.trim();
    return made;
  }

  /** What can only be asked is asked outside the gate: nobody waits there for what others must write first. */
  private async ifMeant(notice: Notice): Promise<Made> {
    const { topic, viewer } = this.asking;
    try {
      if (notice.event && !(await topic.reaches!(notice.event, viewer))) return 'NOT_MEANT';
    } catch (error) {
      this.common.log.error({ err: error, field: topic.field }, 'a topic could not tell whom it reaches');
      return null;
    }
    return this.common.gate.run(() => show(this.asking, notice, this.common));
  }

  /** The notice that something was missed up to this place. */
  async resync(place: Pick<FedEvent, 'epoch' | 'seq'>): Promise<Delivery | null> {
    const made = await this.deliveryOf({ kind: 'RESYNC', cursor: spellCursor(place), event: null });
    return made === 'NOT_MEANT' ? null : made;
  }

  /** Counts what was written, and tells the topic once per event. */
  wrote(delivery: Delivery): void {
    this.common.metrics.delivered += 1;
    if (!delivery.event || !this.asking.topic.delivered || !delivery.firstTold()) return;
    if (this.told.length === 0) setTimeout(() => this.tell(), TELL).unref();
    this.told.push(delivery.event);
  }

  private tell(): void {
    const events = this.told;
    this.told = [];
    try {
      this.asking.topic.delivered?.(events, this.asking.viewer);
    } catch (error) {
      this.common.log.error(
        { err: error, field: this.asking.topic.field },
        'a topic failed to note what was delivered',
      );
    }
  }

  private trim(): void {
    const kept = this.guests.size > this.live.size ? KEPT : KEPT_LIVE;
    for (const key of this.recent.keys()) {
      if (this.recent.size <= kept) return;
      this.recent.delete(key);
    }
  }

  /** Works through the ring at the pace at which results can be made: a burst waits there and costs nobody anything. */
  private async run(): Promise<void> {
    this.running = true;
    const { ring } = this.common;
    for (let looked = 1; this.position < ring.head; looked++) {
      // So far behind that the ring has moved on.
      if (!ring.covers(this.position)) this.resyncAll({ epoch: ring.after(ring.base, 1)[0]!.epoch, seq: ring.head });
      else await this.show(ring.after(this.position, 1)[0]!);
      if (looked % SLICE === 0) await breathe();
    }
    this.running = false;
  }

  private show(event: FedEvent): Promise<void> | void {
    this.position = event.seq;
    const notice = this.live.size === 0 ? null : this.noticeOf(event);
    if (notice !== null) return this.deliver(notice, event);
  }

  private async deliver(notice: Notice, event: FedEvent): Promise<void> {
    const delivery = await this.deliveryOf(notice);
    if (delivery === 'NOT_MEANT') return;
    let told = 0;
    // Who joins while the others are told has seen the event already, and is passed over.
    for (const subscriber of this.live) {
      if (delivery === null) subscriber.end('FAILED');
      else if (!subscriber.offer(delivery)) this.resyncOne(subscriber, event);
      if (++told % CROWD === 0) await breathe();
    }
    delivery?.cool();
  }

  /** Tells one that something was missed, and lets them go. */
  resyncOne(subscriber: Subscriber, place: Pick<FedEvent, 'epoch' | 'seq'>): void {
    if (!subscriber.ended) this.common.metrics.dropped += 1;
    this.live.delete(subscriber);
    subscriber.overflow(this.resync(place));
  }
}
