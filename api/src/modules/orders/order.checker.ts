import type { Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { unitsOf } from '../identity/index.ts';
import { workersOf } from './order.closing.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

/**
 * 核查人回避: whoever also holds a post in a unit that did the work can neither check nor rate it, whichever post they act in.
 * Returns the units in which the viewer holds a post.
 */
export async function refuseInvolved(
  row: OrderRow,
  viewer: Viewer,
  transaction: Transaction,
  code: 'ORDER_CHECKER_INVOLVED' | 'ORDER_RATER_INVOLVED' = 'ORDER_CHECKER_INVOLVED',
): Promise<readonly string[]> {
  const own = await unitsOf(transaction, viewer.personId!);
  if (workersOf(row).some((unitId) => own.includes(unitId))) orderReasons.refuse(code);
  return own;
}
