import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../../platform/house.ts';

/** Events that are looked up at once, and kept. */
const [PAGE, KEPT] = [256, 2048];
const PAUSE = 20;
const PATIENCE = 10_000;

const READ = `
  SELECT c.seq AS "upTo", (SELECT coalesce(json_object_agg(seq, persons), '{}') FROM (
      SELECT seq, json_agg(person_id) AS persons FROM inbox_item WHERE seq BETWEEN $1 AND $2 GROUP BY seq) found) AS reached
  FROM inbox_cursor c`;

interface Found {
  readonly upTo: number;
  readonly reached: Readonly<Record<string, readonly string[]>>;
}

type Persons = ReadonlySet<string>;
const NOBODY: Persons = new Set();

/**
 * Whose inbox an event has reached, as it was written: what is pushed is what can be read, whichever node wrote it. Asked once an event
 * for all who listen on this node, and in pages for those who catch up.
 */
export class Recipients {
  private readonly known = new Map<number, Promise<Persons>>();

  constructor(private readonly house: House) {}

  /** Waits until the event's turn has come. Rejects when it does not come within ten seconds. */
  of(seq: number): Promise<Persons> {
    const known = this.known.get(seq);
    if (known) return known;
    const asked = this.ask(seq);
    this.keep(seq, asked);
    // Asked again by the next one.
    asked.catch(() => this.known.delete(seq));
    return asked;
  }

  private async ask(seq: number): Promise<Persons> {
    const { database, now } = this.house;
    for (const end = now().getTime() + PATIENCE; ; await sleep(PAUSE)) {
      const [found] = await database.query<Found>('inbox-recipients', READ, [seq, seq + PAGE - 1]);
      if (found!.upTo >= seq) return this.learn(seq, found!);
      if (now().getTime() > end) throw new Error(`The inbox does not come to event ${String(seq)}`);
    }
  }

  private learn(seq: number, { upTo, reached }: Found): Persons {
    const persons = (of: number): Persons => (reached[of] ? new Set(reached[of]) : NOBODY);
    for (let next = seq + 1; next <= Math.min(upTo, seq + PAGE - 1); next++)
      if (!this.known.has(next)) this.keep(next, Promise.resolve(persons(next)));
    return persons(seq);
  }

  private keep(seq: number, persons: Promise<Persons>): void {
    this.known.set(seq, persons);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value!);
  }
}
