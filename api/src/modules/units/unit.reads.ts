import type { Transaction } from '../../platform/process/transaction.ts';
import { UNIT_COLUMNS, type UnitRow } from './unit.row.ts';

/** A unit inside a transaction, or null. */
export async function findUnit(transaction: Transaction, id: string): Promise<UnitRow | null> {
  const text = `SELECT ${UNIT_COLUMNS} FROM unit u WHERE u.id = $1`;
  const [row] = await transaction.rows<UnitRow>('unit-in-transaction', text, [id]);
  return row ?? null;
}

/** The name of a unit inside a transaction; null when there is no such unit. */
export async function unitNameOf(transaction: Transaction, id: string): Promise<string | null> {
  return (await findUnit(transaction, id))?.name ?? null;
}
