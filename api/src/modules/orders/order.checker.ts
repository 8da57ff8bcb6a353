import type { Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { holdsPost } from '../identity/index.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

/** 核查人回避: whoever also holds a post in the unit that did the work cannot check it, whichever post they act in. */
export async function refuseInvolved(row: OrderRow, viewer: Viewer, transaction: Transaction): Promise<void> {
  if (row.unitId && (await holdsPost(transaction, viewer.personId!, row.unitId)))
    orderReasons.refuse('ORDER_CHECKER_INVOLVED');
}
