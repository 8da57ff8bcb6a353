import type { Transaction } from '../../platform/process/transaction.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

export interface Master {
  readonly round: number;
  readonly state: string;
  readonly street: string;
  readonly number: string;
}

// Two orders that are merged into each other at once wait for each other; the database ends one, which is then tried again and refused.
const LOCK_MASTER =
  'SELECT state, round, street_code AS street, number FROM orders WHERE id = $1 AND master_id IS NULL FOR UPDATE';

/** The order within which another shall go on, locked; undefined when there is none that could take others in. */
export async function lockMaster(id: string, transaction: Transaction): Promise<Master | undefined> {
  const [master] = await transaction.rows<Master>('lock-master', LOCK_MASTER, [id]);
  return master;
}

const TELL_MASTER = `
  UPDATE orders SET merged_orderer_ids = ARRAY (
    SELECT m.orderer_id FROM orders m WHERE m.master_id = $1 AND m.id <> $2 AND m.orderer_id IS NOT NULL
    UNION SELECT $3::uuid WHERE $3 IS NOT NULL)
  WHERE id = $1`;

/** Keeps with the master who must hear what becomes of it; `joins` is the orderer who comes, null when one leaves. */
export async function tellMaster(
  masterId: string,
  row: OrderRow,
  joins: string | null,
  transaction: Transaction,
): Promise<void> {
  await transaction.rows('tell-master', TELL_MASTER, [masterId, row.id, joins]);
}

/** An order within which others go on cannot end before they do: they would end with it, and nobody could help them. */
export async function refuseWithMerged(row: OrderRow, transaction: Transaction): Promise<void> {
  const text = 'SELECT 1 FROM orders WHERE master_id = $1 LIMIT 1';
  const merged = await transaction.rows('merged-orders', text, [row.id]);
  if (merged.length > 0) orderReasons.refuse('ORDER_HAS_MERGED');
}
