import type { Transaction } from '../../../platform/process/transaction.ts';

/** What of an offer is promised and not over. */
export interface LiveBookings {
  readonly count: number;
  readonly firstAt: Date | null;
  /** The highest number of a part that is held; 0 when none is. */
  readonly most: number;
}

const LIVE = `SELECT count(*)::int AS count, min(starts_at) AS "firstAt", coalesce(max(upper(held)), 1)::int - 1 AS most
  FROM booking WHERE offer_id = $1 AND state IN ('RESERVED', 'IN_USE')`;

/** Asked with the offer locked: whoever books locks it too. */
export async function liveBookings(offerId: string, transaction: Transaction): Promise<LiveBookings> {
  const [found] = await transaction.rows<LiveBookings>('live-bookings', LIVE, [offerId]);
  return found!;
}
