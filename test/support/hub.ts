import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainEvent, FedEvent } from '../../api/src/kernel/event.ts';
import { NOBODY, type Viewer } from '../../api/src/kernel/viewer.ts';
import type { Delivery } from '../../api/src/platform/feed/delivery.ts';
import { Gate } from '../../api/src/platform/feed/gate.ts';
import type { Asking } from '../../api/src/platform/feed/group.ts';
import { Hub } from '../../api/src/platform/feed/hub.ts';
import { freshMetrics } from '../../api/src/platform/feed/metrics.ts';
import type { History } from '../../api/src/platform/feed/past.ts';
import type { Done, End, Sink } from '../../api/src/platform/feed/subscriber.ts';
import type { Notice, Topic } from '../../api/src/platform/feed/topic.ts';
import { aFedEvent, silence } from './events.ts';

export const unit = (id: string): Viewer => ({
  ...NOBODY,
  kind: 'PERSON',
  post: { id: `post of ${id}`, role: 'UNIT_LIAISON', scope: id, scopeName: id, endsAt: null },
});

export const hall: Topic = {
  field: 'hall',
  classOf: (viewer) => viewer.post?.scope ?? null,
  concerns: (event, viewer) => (event.unitIds.includes(viewer.post!.scope) ? 'OPENED' : null),
};

export const shows = (notice: Notice) => ({
  data: {
    hall: {
      kind: notice.kind,
      cursor: notice.cursor,
      id: notice.event?.id ?? null,
      text: notice.event?.data['text'] ?? null,
    },
  },
});
export interface Shown {
  readonly kind: string;
  readonly cursor: string;
  readonly id: string | null;
}

export const askingOf = (id: string, execute: Asking['execute'] = shows, topic = hall): Asking => ({
  ...{ key: `hall ${id}`, topic, viewer: unit(id), execute },
});

/** Remembers what it was given; a paused one takes a first result and never finishes with it. */
export class Ear implements Sink {
  readonly shown: Shown[] = [];
  readonly ends: End[] = [];
  bytes = 0;
  private readonly held: Done[] = [];
  constructor(private paused = false) {}
  write(delivery: Delivery, done: Done): void {
    this.bytes += delivery.size;
    this.shown.push((JSON.parse(delivery.text) as { data: { hall: Shown } }).data.hall);
    if (this.paused) this.held.push(done);
    else process.nextTick(done);
  }
  end(why: End): void {
    this.ends.push(why);
  }
  resume(): void {
    this.paused = false;
    this.held.splice(0).forEach((done) => done());
  }
  get seqs(): number[] {
    return this.shown.map(({ cursor }) => Number(cursor.split(':')[1]));
  }
}

/** A hub whose history is an array; `ring` events stay in memory. */
export function house(ring = 10_000, begin = 0) {
  const events: FedEvent[] = [];
  const metrics = freshMetrics();
  /** How often the database was asked. */
  const asked = { read: 0, newest: 0 };
  const history: History = {
    read: async (after, limit) => {
      asked.read += 1;
      await sleep(1);
      return events.filter(({ seq }) => seq > after).slice(0, limit);
    },
    newest: async () => {
      asked.newest += 1;
      await sleep(1);
      return events.length;
    },
  };
  const hub = new Hub(
    history,
    { gate: new Gate(32), metrics, log: silence },
    { ring, longestReplay: 5000, queue: { events: 256, bytes: 256 * 1024, grace: 200 } },
  );
  hub.begin({ epoch: 1, seq: begin });
  const add = (overrides: Partial<DomainEvent> = {}) => {
    const event = aFedEvent(events.length + 1 + begin, { unitIds: ['a'], ...overrides });
    events.push(event);
    return event;
  };
  const tell = (overrides?: Partial<DomainEvent>) => hub.take([add(overrides)]);
  return { hub, metrics, asked, events, add, tell };
}

export const count = (length: number, from = 1) => Array.from({ length }, (_, index) => index + from);
