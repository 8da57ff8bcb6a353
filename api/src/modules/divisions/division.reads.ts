import type { Transaction } from '../../platform/process/transaction.ts';
import { DIVISION_COLUMNS, type DivisionRow } from './division.row.ts';

/** A division inside a transaction, or null. */
export async function findDivision(transaction: Transaction, code: string): Promise<DivisionRow | null> {
  const text = `SELECT ${DIVISION_COLUMNS} FROM division d WHERE d.code = $1`;
  const [row] = await transaction.rows<DivisionRow>('division-in-transaction', text, [code]);
  return row ?? null;
}
