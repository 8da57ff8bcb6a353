import { setTimeout as sleep } from 'node:timers/promises';
import type { FedEvent } from '../../kernel/event.ts';

/** The feed in the database, for those who were away longer than memory reaches. */
export interface History {
  read(after: number, limit: number): Promise<readonly FedEvent[]>;
  /** Number of the newest event. */
  newest(): Promise<number>;
}

type Page = Promise<readonly FedEvent[]>;

const PAGE = 100;
/** Pages that are kept, and how long after they were last wanted, in milliseconds. */
const [KEPT, KEEP] = [100, 5000];
/** Milliseconds between two looks for the newest event. */
const LOOK = 1000;

/** What many ask of the history at the same time is asked once. */
export class Past {
  private readonly pages = new Map<number, Page>();
  private forgetting: NodeJS.Timeout | undefined;
  private seen = 0;
  private looking: Promise<void> | null = null;
  private lookedAt = -LOOK;

  constructor(private readonly history: History) {}

  /** The next events after `seq`, some of them at least, unless there are none. */
  async after(seq: number): Page {
    const start = Math.floor(seq / PAGE) * PAGE;
    const events = (await this.page(start)).filter((event) => event.seq > seq);
    // The page may have been read before the event was there.
    return events.length > 0 ? events : this.history.read(seq, PAGE);
  }

  /** Is there an event of this number? Whoever asks in vain waits for a look that began after the question. */
  async reaches(seq: number): Promise<boolean> {
    const asked = performance.now();
    while (seq > this.seen && this.lookedAt < asked) await (this.looking ??= this.look());
    return seq <= this.seen;
  }

  /** The feed begins anew. */
  forget(): void {
    this.pages.clear();
    this.seen = 0;
    this.lookedAt = -LOOK;
  }

  private page(start: number): Page {
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => this.pages.clear(), KEEP).unref();
    const known = this.pages.get(start);
    if (known) return known;
    const page = this.history.read(start, PAGE);
    this.pages.set(start, page);
    const drop = () => void (this.pages.get(start) === page && this.pages.delete(start));
    // One that is not full yet is only for those who asked meanwhile.
    page.then((events) => events.length < PAGE && drop(), drop);
    for (const oldest of this.pages.keys()) if (this.pages.size > KEPT) this.pages.delete(oldest);
    return page;
  }

  private async look(): Promise<void> {
    try {
      const wait = this.lookedAt + LOOK - performance.now();
      if (wait > 0) await sleep(wait, undefined, { ref: false });
      this.lookedAt = performance.now();
      this.seen = Math.max(this.seen, await this.history.newest());
    } finally {
      this.looking = null;
    }
  }
}
