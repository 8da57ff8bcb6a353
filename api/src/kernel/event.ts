/** Where something happened, by division codes. */
export interface Places {
  readonly district: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly grid: string | null;
}

/** How the clock of a duty stood when the duty ended (or now, while it runs). */
export interface ClockReading {
  readonly action: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly light: 'GREEN' | 'YELLOW' | 'RED';
}

/**
 * A fact: what happened, who did it and for whom. Written once in the transaction of the change and never edited.
 * Timeline, feed, inbox, statistics and audit all read this record, so they cannot diverge.
 */
export interface DomainEvent {
  readonly id: string;
  /** `order`, `session`, ... */
  readonly noun: string;
  readonly subjectId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  /** What the verb recorded: old and new values, evidence, decisions. Holds no contact details. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly clocks: readonly ClockReading[];
  readonly places: Places;
  /** Whom it concerns beyond the places: units and persons that the feed tells. */
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

/** An event with its place in the feed. */
export interface FedEvent extends DomainEvent {
  readonly seq: number;
  readonly epoch: number;
}
