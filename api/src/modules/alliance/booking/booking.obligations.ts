import { sayTime } from '../../../kernel/said-time.ts';
import type { Obligations } from '../../../platform/process/obligations.ts';

const OWED = `
  SELECT o.title, b.starts_at AS "startsAt" FROM booking b JOIN resource_offer o ON o.id = b.offer_id
  WHERE b.offer_unit_id = $1 AND b.state IN ('RESERVED', 'IN_USE')
    AND ($2::text IS NULL OR $2 IN (b.community_code, b.street_code, b.district_code)) ORDER BY b.starts_at, b.id`;

/** What a unit has promised others and not yet given. */
export const bookingsOwed: Obligations = async ({ unitId, divisionCode }, { rows }) => {
  const owed = await rows<{ title: string; startsAt: Date }>('bookings-owed', OWED, [unitId, divisionCode]);
  return owed.map(({ title, startsAt }) => ({ label: `资源预约“${title}”（${sayTime(startsAt)}）` }));
};
