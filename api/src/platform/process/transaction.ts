import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { WorkingCalendar } from '../../kernel/calendar.ts';
import type { DatabaseTransaction } from '../database/transaction.ts';
import type { House } from '../house.ts';

/** The database transaction of one use: everything in it happens, or nothing. */
export interface Transaction extends Pick<DatabaseTransaction, 'rows' | 'later'> {
  readonly house: House;
  readonly em: SqlEntityManager;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
}

/** Runs `work` in one transaction. Whatever it throws rolls everything back. */
export async function inTransaction<T>(house: House, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const calendar = await house.calendar();
  const now = house.now();
  return house.database.transaction((own) =>
    work({
      ...{ house, now, calendar, rows: own.rows, later: own.later },
      get em() {
        return own.em;
      },
    }),
  );
}

/** The same transaction, as of a later moment. */
export function asOf(now: Date, transaction: Transaction): Transaction {
  const { house, calendar, rows, later } = transaction;
  return {
    ...{ house, now, calendar, rows, later },
    get em() {
      return transaction.em;
    },
  };
}
