import type { Database } from '../../database/database.ts';
import { statementNames } from '../statement-names.ts';
import type { Plan } from './compile.ts';

/** What a plan yields for one asking. */
export type Row = Readonly<Record<string, unknown>> & { readonly j: string | null };

interface Waiting {
  readonly values: readonly unknown[];
  readonly answers: ((row: Promise<Row | null>) => void)[];
}

/** Statements of one plan that may be under way at once before others wait and share. */
const UNDER_WAY = 2;
/** Askings that share a statement. */
const TOGETHER = 64;

export interface SharingCounts {
  statements: number;
  /** Answered by a statement that others asked for as well. */
  shared: number;
}

/**
 * Asks a plan. While as many statements of it are under way as the database has use for, further askings wait for one of
 * them to end and then go together, one row each; equal ones are asked once. Nobody joins a statement that was sent before
 * they asked: everybody sees at least what had been written when they came.
 */
export class Sharing {
  private underWay = 0;
  private waiting = new Map<string, Waiting>();

  constructor(
    private readonly plan: Plan,
    private readonly database: Database,
    private readonly now: () => Date,
    private readonly counts: SharingCounts,
  ) {}

  /** `values` as the plan binds them; its instant is set anew when they are sent. */
  ask(values: readonly unknown[]): Promise<Row | null> {
    if (this.underWay < UNDER_WAY && this.waiting.size === 0) return this.send([values]).then(([row]) => row ?? null);
    const key = JSON.stringify(values.filter((_, index) => index !== this.plan.now));
    return new Promise((resolve) => {
      const same = this.waiting.get(key);
      if (same) same.answers.push(resolve);
      else this.waiting.set(key, { values, answers: [resolve] });
    });
  }

  private async send(batch: readonly (readonly unknown[])[]): Promise<readonly Row[]> {
    this.underWay += 1;
    this.counts.statements += 1;
    try {
      return await (batch.length === 1 ? this.one(batch[0]!) : this.many(batch));
    } finally {
      this.underWay -= 1;
      this.next();
    }
  }

  private one(values: readonly unknown[]): Promise<Row[]> {
    const { text, now } = this.plan;
    const set = now === null ? values : values.with(now, this.now());
    return this.database.query<Row>(statementNames.of(text), text, set);
  }

  private async many(batch: readonly (readonly unknown[])[]): Promise<Row[]> {
    const { types, now } = this.plan;
    const text = this.plan.manyText!;
    const columns = types.map((_, index) => (index === now ? this.now() : batch.map((values) => values[index])));
    const rows = await this.database.query<Row>(statementNames.of(text), text, columns);
    // Rows are told apart by their place alone: one too many, and somebody would get what is another's.
    if (rows.length !== batch.length) throw new Error(`A shared statement gave ${String(rows.length)} rows`);
    return rows;
  }

  /** Sends those who wait, as many as may go together. */
  private next(): void {
    if (this.waiting.size === 0 || this.underWay >= UNDER_WAY) return;
    const most = this.plan.manyText === null ? 1 : TOGETHER;
    const batch = [...this.waiting].slice(0, most);
    for (const [key] of batch) this.waiting.delete(key);
    const rows = this.send(batch.map(([, { values }]) => values));
    for (const [index, [, { answers }]] of batch.entries()) {
      this.counts.shared += answers.length - (index === 0 ? 1 : 0);
      const row = rows.then((found) => found[index] ?? null);
      for (const answer of answers) answer(row);
    }
    this.next();
  }
}
