import type { Transaction } from '../../platform/process/transaction.ts';
import { ALLIANCE_COLUMNS, type AllianceRow } from './alliance.row.ts';

/** An alliance inside a transaction, or null. */
export async function findAlliance(transaction: Transaction, id: string): Promise<AllianceRow | null> {
  const text = `SELECT ${ALLIANCE_COLUMNS} FROM alliance a WHERE a.id = $1`;
  const [row] = await transaction.rows<AllianceRow>('alliance-in-transaction', text, [id]);
  return row ?? null;
}
