import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { WorkingCalendar } from '../../kernel/calendar.ts';
import type { House } from '../house.ts';

/** The database transaction of one use: everything in it happens, or nothing. */
export interface Transaction {
  readonly house: House;
  readonly em: SqlEntityManager;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** Runs one statement with `$1` parameters on the transaction's connection. */
  rows<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Runs `work` in one transaction. Whatever it throws rolls everything back. */
export async function inTransaction<T>(house: House, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const calendar = await house.calendar();
  const now = house.now();
  return house.database.transaction((em) =>
    work({
      house,
      em,
      now,
      calendar,
      rows: (name, text, values = []) => house.database.execute(em, name, text, values),
    }),
  );
}
