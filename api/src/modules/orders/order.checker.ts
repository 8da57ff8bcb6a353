import type { Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { holdsPost } from '../identity/index.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

const CO_UNITS = `SELECT unit_id AS "unitId" FROM order_share WHERE order_id = $1 AND state = 'ACCEPTED'`;

/** 核查人回避: whoever also holds a post in a unit that did the work can neither check nor rate it, whichever post they act in. */
export async function refuseInvolved(
  row: OrderRow,
  viewer: Viewer,
  transaction: Transaction,
  code: 'ORDER_CHECKER_INVOLVED' | 'ORDER_RATER_INVOLVED' = 'ORDER_CHECKER_INVOLVED',
): Promise<void> {
  const shares = await transaction.rows<{ unitId: string }>('co-units-of-order', CO_UNITS, [row.id]);
  for (const unitId of [row.unitId!, ...shares.map((share) => share.unitId)])
    if (await holdsPost(transaction, viewer.personId!, unitId)) orderReasons.refuse(code);
}
