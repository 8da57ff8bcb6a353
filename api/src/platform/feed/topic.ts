import type { FedEvent } from '../../kernel/event.ts';
import type { Viewer } from '../../kernel/viewer.ts';

/** What a subscriber is told of: the kind of notice, the event behind it, and where in the feed it stands. */
export interface Notice {
  /** Value of the topic's notice enum, or `RESYNC`: something was missed, read everything again. */
  readonly kind: string;
  /** `epoch:seq`; give it back as `after` to go on from here. */
  readonly cursor: string;
  /** Null with `RESYNC`. */
  readonly event: FedEvent | null;
}

/** One subscription field. Viewers of one class who ask the same thing share one execution and one payload. */
export interface Topic {
  /** Name of the subscription field; the field takes `after: String`. */
  readonly field: string;
  /** The permission class: viewers with equal classes are shown exactly the same. Null: may not subscribe at all. */
  classOf(viewer: Viewer): string | null;
  /**
   * As whom a class is shown its notices: the viewer without what tells one of the class from another. Needed where a class
   * has several persons, because the first who asks stands for all.
   */
  shownAs?(viewer: Viewer): Viewer;
  /** The right to see, decided again for every event: the kind of notice, or null when it is none of theirs. Pure; must not throw. */
  concerns(event: FedEvent, viewer: Viewer): string | null;
  /**
   * Asked, where there is one, after `concerns` has found that it may be theirs: has the event reached the viewer? For what is only known
   * from the database. Whoever is not reached hears nothing; when it rejects, they are let go and come back with their cursor.
   */
  reaches?(event: FedEvent, viewer: Viewer): Promise<boolean>;
  /** What the field shows of a notice: values at hand, and rows by their keys (`RowRef`). */
  shows?(notice: Notice): unknown;
  /** Told what was written to sockets of a class, so that delivery can be stored. Must not throw. */
  delivered?(events: readonly FedEvent[], viewer: Viewer): void;
}
