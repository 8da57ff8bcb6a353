import type { Transaction } from '../../platform/process/transaction.ts';
import { placesOf } from '../divisions/index.ts';

/** An open order that the joint meeting of its place shall look at. */
export interface OrderToCarry {
  readonly id: string;
  readonly number: string;
  /** The name of its category: title and content are not for everybody. */
  readonly category: string;
  /** The street put it before the meeting; otherwise nobody claimed it in time. */
  readonly proposed: boolean;
}

const TO_CARRY = `
  SELECT o.id, o.number, c.name AS category, o.proposed_at IS NOT NULL AS proposed FROM orders o JOIN service_category c ON c.code = o.category_code
  WHERE o.street_code = $1 AND ($2::text IS NULL OR o.community_code = $2) AND o.state = 'OPEN' AND o.number IS NOT NULL
    AND (o.unclaimed_at IS NOT NULL OR o.proposed_at IS NOT NULL)
  ORDER BY o.proposed_at NULLS LAST, o.unclaimed_at, o.id LIMIT 50`;

/** Open orders of a street or community that were put before its joint meeting, or that nobody claims: the former first. */
export function ordersToCarry(
  { rows }: Pick<Transaction, 'rows'>,
  divisionCode: string,
): Promise<readonly OrderToCarry[]> {
  const { street, community } = placesOf(divisionCode);
  return rows<OrderToCarry>('orders-to-carry', TO_CARRY, [street, community]);
}

const ON_AGENDA = `SELECT 1 FROM orders WHERE id = $1 AND number IS NOT NULL AND street_code = $2 AND ($3::text IS NULL OR community_code = $3)`;

/** Was the order sent, and does it belong to the street or community? */
export async function belongsTo(
  { rows }: Pick<Transaction, 'rows'>,
  orderId: string,
  divisionCode: string,
): Promise<boolean> {
  const { street, community } = placesOf(divisionCode);
  return (await rows('order-of-division', ON_AGENDA, [orderId, street, community])).length > 0;
}
