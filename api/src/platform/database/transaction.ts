import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { sendTogether } from './batch.ts';
import { isBroken } from './connection.ts';
import { entitiesWithin } from './entities.ts';
import type { Statement } from './statement.ts';

/** What an error of the database means to the caller; null when it means nothing but itself. */
export type Meaning = (error: Error) => Error | null;

interface Asked extends Statement {
  readonly meaning?: Meaning | undefined;
  resolve(rows: never[]): void;
  reject(error: Error): void;
}

const nobody = { resolve: () => undefined, reject: () => undefined };
const BEGIN: Asked = { name: 'begin', text: 'BEGIN ISOLATION LEVEL READ COMMITTED', values: [], ...nobody };
const COMMIT: Asked = { name: 'commit', text: 'COMMIT', values: [], ...nobody };
const ROLLBACK: Statement = { name: 'rollback', text: 'ROLLBACK', values: [] };

const OVER = 'The transaction is over';

function tooLate(): Promise<never> {
  const refused = Promise.reject<never>(new Error(OVER));
  refused.catch(() => undefined);
  return refused;
}

/**
 * One READ COMMITTED transaction on one connection, with as few round trips as its work allows: what is asked for without waiting
 * in between travels together, BEGIN rides with the first question and COMMIT with the last writes.
 */
export class DatabaseTransaction {
  private client: pg.PoolClient | null = null;
  private begun = false;
  /** Nothing more is taken: whatever came now would happen outside the transaction. */
  private closed = false;
  private ended = false;
  private waiting: Asked[] = [];
  private scheduled = false;
  /** The round trips so far, one after the other; what the last one failed with. */
  private trips: Promise<Error | null> = Promise.resolve(null);
  private broken: Error | null = null;
  /** With what a write failed after which nothing was asked: nobody has heard of it yet. */
  private unheard: Error | null = null;
  private tag = '';
  private entities: SqlEntityManager | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly fork: () => SqlEntityManager,
  ) {}

  /** Runs one named statement with `$1` parameters. */
  readonly rows = <Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    if (this.closed) return tooLate();
    const rows = new Promise<Row[]>((resolve, reject) => {
      this.waiting.push({ name, text, values, resolve, reject });
    });
    // Whoever waits for it hears of a failure; a transaction that is given up does not end the process for the rest.
    rows.catch(() => undefined);
    if (!this.scheduled) queueMicrotask(() => void this.flush());
    this.scheduled = true;
    return rows;
  };

  /**
   * Writes what nobody waits for: it goes with the next question or with the commit, in the order given. When it fails the
   * whole transaction does, with what `meaning` makes of the error.
   */
  readonly later = ({ name, text, values }: Statement, meaning?: Meaning): void => {
    if (this.closed) throw new Error(OVER);
    this.waiting.push({ name, text, values, meaning, ...nobody });
  };

  /** Entities of MikroORM within this transaction. */
  get em(): SqlEntityManager {
    this.entities ??= entitiesWithin(this.fork(), (work) => this.alone(work));
    return this.entities;
  }

  /** Sends what waits, and resolves when it is done. Returns what it failed with. */
  flush(): Promise<Error | null> {
    this.scheduled = false;
    this.trips = this.trips.then(() => this.trip());
    return this.trips;
  }

  /** @throws when anything of it failed; then nothing of it has happened. */
  async commit(): Promise<void> {
    await this.trips;
    this.closed = true;
    if (!this.begun && this.waiting.length === 0) return;
    this.waiting.push(COMMIT);
    const error = await this.flush();
    if (error) throw error;
    // PostgreSQL ends a transaction in which something failed without another word.
    if (this.tag !== 'COMMIT')
      throw this.unheard ?? new Error('The transaction was rolled back: one of its statements had failed');
    this.end();
  }

  /** Ends it without a trace. Never throws. */
  async rollback(): Promise<void> {
    this.closed = true;
    const given = this.waiting.splice(0);
    for (const { reject } of given) reject(new Error('The transaction was given up'));
    await this.trips;
    const { client, broken } = this;
    if (client && this.begun && !broken && !this.ended) {
      const { error } = await sendTogether(client, [ROLLBACK]);
      this.broken = error;
    }
    this.end();
  }

  private end(): void {
    if (!this.ended) this.client?.release(this.broken ?? undefined);
    this.ended = true;
  }

  private async trip(): Promise<Error | null> {
    if (this.waiting.length === 0) return null;
    const asked = [...(this.begun ? [] : [BEGIN]), ...this.waiting.splice(0)];
    const { rows, tag, error } = await this.send(asked);
    this.begun = true;
    this.tag = tag;
    const known = error && this.meant(error, asked.slice(rows.length));
    asked.forEach(({ resolve, reject }, index) =>
      index < rows.length ? resolve(rows[index] as never[]) : reject(known!),
    );
    return known;
  }

  /** What an error means with which the first of `undone` failed. */
  private meant(error: Error, undone: readonly Asked[]): Error {
    const meant = this.unheard ?? undone[0]?.meaning?.(error) ?? error;
    if (undone.every(({ reject }) => reject === nobody.reject)) this.unheard = meant;
    return meant;
  }

  private async send(asked: readonly Asked[]) {
    try {
      const answered = await sendTogether(await this.connected(), asked);
      if (answered.error && isBroken(answered.error)) this.broken = answered.error;
      return answered;
    } catch (error) {
      return { rows: [], tag: '', error: error as Error };
    }
  }

  private async connected(): Promise<pg.PoolClient> {
    this.client ??= await this.pool.connect();
    return this.client;
  }

  /** Runs `work` on the connection when everything given before is done. */
  private alone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    if (this.closed) return tooLate();
    const result = this.flush().then(async (error) => {
      if (error) throw error;
      const client = await this.connected();
      if (!this.begun) await client.query(BEGIN.text);
      this.begun = true;
      return work(client);
    });
    this.trips = result.then(
      () => null,
      (error: Error) => (isBroken(error) && (this.broken = error), error),
    );
    return result;
  }
}
