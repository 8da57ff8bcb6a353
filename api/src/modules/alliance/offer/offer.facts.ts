import type { Transaction } from '../../../platform/process/transaction.ts';
import type { ResourceKind } from './offer.choices.ts';
import type { Span } from './offer.hours.ts';

/** What the matching of needs asks of an offer that can be had. */
export interface OfferFact {
  readonly offerId: string;
  readonly unitId: string;
  readonly kind: ResourceKind;
  readonly categoryCode: string | null;
  readonly streetCode: string;
  /** Null: it serves the whole street. */
  readonly communityCode: string | null;
  /** Open and free for the time asked for; null when none was. */
  readonly isFree: boolean | null;
  /** Bookings of the unit that took place; and those, with the ones that it declined. */
  readonly keptCount: number;
  readonly endedCount: number;
}

const FACTS = `
  SELECT o.id AS "offerId", o.unit_id AS "unitId", o.kind, o.category_code AS "categoryCode", o.street_code AS "streetCode",
    o.community_code AS "communityCode", o.kept_count AS "keptCount", o.ended_count AS "endedCount",
    CASE WHEN $2::timestamptz IS NOT NULL THEN offer_is_open(o.id, o.loaned, $2, $3::timestamptz)
      AND offer_free_parts(o.id, o.parts, tstzrange($2, $3)) > 0 END AS "isFree"
  FROM resource_offer_standing o WHERE o.state = 'AVAILABLE' AND o.street_code = $1 ORDER BY o.id`;

/**
 * Available offers of a street and its communities, as matching sees them. Lists that are declared read the same of the view
 * `resource_offer_standing` with the functions `offer_is_open` and `offer_free_parts`.
 */
export const offersFor = (
  transaction: Transaction,
  { streetCode, during }: { readonly streetCode: string; readonly during: Span | null },
): Promise<OfferFact[]> =>
  transaction.rows<OfferFact>('offers-for', FACTS, [streetCode, during?.from ?? null, during?.to ?? null]);
