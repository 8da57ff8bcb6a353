import type { Viewer } from '../../../kernel/viewer.ts';
import type { Database } from '../../database/database.ts';
import type { Statement } from '../../database/statement.ts';
import type { Guess } from '../../session/guess.ts';
import { statementNames } from '../statement-names.ts';
import type { Plan } from './compile.ts';

/** What a plan yields for one asking. */
export type Row = Readonly<Record<string, unknown>> & { readonly j: string | null };

/** Somebody who waits for a row; where it was only guessed who they are, with that guess. */
interface Asker {
  readonly guess: Guess | null;
  resolve(row: Row | null): void;
  reject(error: unknown): void;
}

interface Waiting {
  readonly values: readonly unknown[];
  readonly askers: Asker[];
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
 * they asked: everybody sees at least what had been written when they came. Guesses are proved by a statement that travels in front.
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

  /** `values` as the plan binds them; its instant is set anew when they are sent. Throws `Disproved` where `guess` is wrong. */
  ask(values: readonly unknown[], guess: Guess | null): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      const asker = { guess, resolve, reject };
      if (this.underWay < UNDER_WAY && this.waiting.size === 0) return this.send([{ values, askers: [asker] }]);
      const key = JSON.stringify(values.filter((_, index) => index !== this.plan.now));
      const same = this.waiting.get(key);
      if (same) same.askers.push(asker);
      else this.waiting.set(key, { values, askers: [asker] });
    });
  }

  /** Sends those who wait, as many as may go together. */
  private next(): void {
    if (this.waiting.size === 0 || this.underWay >= UNDER_WAY) return;
    const most = this.plan.manyText === null ? 1 : TOGETHER;
    const batch = [...this.waiting].slice(0, most);
    for (const [key] of batch) this.waiting.delete(key);
    this.counts.shared += batch.reduce((sum, [, { askers }]) => sum + askers.length, 0) - 1;
    this.send(batch.map(([, waiting]) => waiting));
    this.next();
  }

  private send(batch: readonly Waiting[]): void {
    this.underWay += 1;
    this.counts.statements += 1;
    const free = () => {
      this.underWay -= 1;
      this.next();
    };
    this.answer(batch).then(free, (error: unknown) => {
      free();
      for (const { reject } of batch.flatMap(({ askers }) => askers)) reject(error);
    });
  }

  private async answer(batch: readonly Waiting[]): Promise<void> {
    const guesses = batch.flatMap(({ askers }) => askers.flatMap(({ guess }) => guess ?? []));
    const proof = proofOf(guesses);
    const answers = await this.database.queryTogether([...proof, this.statementFor(batch)]);
    const rows = answers.at(-1) as readonly Row[];
    // Rows are told apart by their place alone: one too many, and somebody would get what is another's.
    if (batch.length > 1 && rows.length !== batch.length)
      throw new Error(`A shared statement gave ${String(rows.length)} rows`);
    const proved = (await guesses[0]?.proving.read(answers[0]!)) ?? NOBODY_PROVED;
    for (const [index, { askers }] of batch.entries())
      for (const asker of askers) tell(asker, rows[index] ?? null, proved);
  }

  private statementFor(batch: readonly Waiting[]): Statement {
    const { text, manyText, types, now } = this.plan;
    if (batch.length === 1) {
      const { values } = batch[0]!;
      return { name: statementNames.of(text), text, values: now === null ? values : values.with(now, this.now()) };
    }
    const columns = types.map((_, index) => (index === now ? this.now() : batch.map(({ values }) => values[index])));
    return { name: statementNames.of(manyText!), text: manyText!, values: columns };
  }
}

const NOBODY_PROVED: ReadonlyMap<string, Viewer> = new Map();

/** The statement that proves all of them, if there are any. */
function proofOf(guesses: readonly Guess[]): readonly Statement[] {
  const secrets = new Map(guesses.map(({ secret }) => [secret.toString('hex'), secret]));
  return guesses.slice(0, 1).map(({ proving }) => proving.statement([...secrets.values()]));
}

function tell({ guess, resolve, reject }: Asker, row: Row | null, proved: ReadonlyMap<string, Viewer>): void {
  try {
    guess?.meets(proved.get(guess.secret.toString('hex')));
    resolve(row);
  } catch (error) {
    reject(error);
  }
}
