import type { Case } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { FollowUp } from '../../../platform/process/verb.ts';
import { offerCase } from './offer.case.ts';

// A unit that still belongs to the alliance of the community or of the street goes on offering there.
const LAPSING = `
  SELECT o.id FROM resource_offer o WHERE o.unit_id = $1 AND o.state <> 'WITHDRAWN' AND $2 IN (o.community_code, o.street_code)
    AND NOT EXISTS (SELECT FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id
      WHERE a.division_code IN (o.community_code, o.street_code) AND a.division_code <> $2 AND m.unit_id = o.unit_id AND m.term @> $3::timestamptz)
  ORDER BY o.id`;

/** What of an agreement that ends offers depend on. */
interface Ending {
  readonly unitId: string;
  readonly streetCode: string;
  readonly communityCode?: string | null;
}

/** The steps that offers of a unit take when its membership in an alliance ends (`Effect.also`). */
export async function offersLapsing(
  transaction: Transaction,
  { unitId, streetCode, communityCode }: Ending,
): Promise<readonly FollowUp[]> {
  const values = [unitId, communityCode ?? streetCode, transaction.now];
  const rows = await transaction.rows<{ id: string }>('offers-lapsing', LAPSING, values);
  return rows.map(({ id }) => ({ of: offerCase as unknown as Case, subjectId: id, action: 'lapse' }));
}
