import type { Transaction } from '../../../platform/process/transaction.ts';
import { placesOf } from '../../divisions/index.ts';

/** A need that nobody meets and that the joint meeting of its place shall look at. */
export interface NeedToCarry {
  readonly id: string;
  /** Null where only insiders may read it. */
  readonly title: string | null;
  readonly category: string;
}

const TO_CARRY = `
  SELECT n.id, CASE WHEN n.privacy <> 'INSIDERS' THEN n.title END AS title, c.name AS category
  FROM need n JOIN service_category c ON c.code = n.category_code
  WHERE n.street_code = $1 AND n.community_code IS NOT DISTINCT FROM $2 AND n.state = 'UNMET' ORDER BY n.entered_at, n.id LIMIT 20`;

/** Needs of a street or community that were found to be met by nobody, longest first. */
export function needsToCarry(
  { rows }: Pick<Transaction, 'rows'>,
  divisionCode: string,
): Promise<readonly NeedToCarry[]> {
  const { street, community } = placesOf(divisionCode);
  return rows<NeedToCarry>('needs-to-carry', TO_CARRY, [street, community]);
}
