import type { Transaction } from '../../platform/process/transaction.ts';
import { memberUnits, type MemberUnit } from '../alliance/index.ts';
import type { OrderAudience } from './order.choices.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

const OFFER = `
  INSERT INTO order_audience (order_id, unit_id, round, offered_at) SELECT $1::uuid, unit_id, $3::int, $4::timestamptz FROM unnest($2::uuid[]) AS unit_id
  ON CONFLICT (order_id, unit_id) DO NOTHING RETURNING unit_id AS "unitId"`;

/** What of an order tells who could serve it. */
type Place = Pick<OrderRow, 'streetCode' | 'communityCode' | 'categoryCode'>;

/** Member units among which a choice of audience chooses, in pinyin order: all of them, or those that can serve the category. */
export function candidatesFor(
  row: Place,
  audience: OrderAudience,
  { rows, now }: Pick<Transaction, 'rows' | 'now'>,
): Promise<readonly MemberUnit[]> {
  const category = audience === 'CAPABLE' ? row.categoryCode : null;
  return memberUnits({ rows }, [row.streetCode, row.communityCode], now, category);
}

/** Units to which a choice of audience would offer the order. Refuses an empty audience and units that are not members. */
export async function audienceFor(
  row: OrderRow,
  audience: OrderAudience,
  chosen: readonly string[],
  transaction: Transaction,
): Promise<readonly string[]> {
  const ids = (await candidatesFor(row, audience, transaction)).map(({ unitId }) => unitId);
  if (audience !== 'CHOSEN')
    return ids.length > 0 ? ids : orderReasons.refuse('ORDER_NO_AUDIENCE', { path: ['input', 'audience'] });
  if (chosen.length === 0) orderReasons.refuse('ORDER_UNITS_REQUIRED', { path: ['input', 'units'] });
  const stranger = chosen.findIndex((id) => !ids.includes(id));
  if (stranger >= 0) orderReasons.refuse('ORDER_UNIT_NOT_MEMBER', { path: ['input', 'units', String(stranger)] });
  return chosen;
}

/** Freezes the audience. Returns the units that were not in it before. */
export async function offer(row: OrderRow, units: readonly string[], transaction: Transaction): Promise<string[]> {
  const added = await transaction.rows<{ unitId: string }>('offer-order', OFFER, [
    row.id,
    units,
    row.round,
    transaction.now,
  ]);
  return added.map(({ unitId }) => unitId);
}

/** Units that may claim or could have claimed: whoever must hear when that changes. */
export async function audienceOf(orderId: string, transaction: Transaction): Promise<string[]> {
  const text = 'SELECT unit_id AS "unitId" FROM order_audience WHERE order_id = $1';
  const rows = await transaction.rows<{ unitId: string }>('audience-of-order', text, [orderId]);
  return rows.map(({ unitId }) => unitId);
}
