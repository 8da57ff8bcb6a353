import type { Obligations } from '../../platform/process/obligations.ts';

// Until the order is closed off its unit may be called back to it.
const OWED = `
  SELECT o.number FROM orders o
  WHERE o.state IN ('CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED', 'DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED')
    AND (o.unit_id = $1 OR o.id IN (SELECT order_id FROM order_share WHERE unit_id = $1 AND state = 'ACCEPTED'))
    AND ($2::text IS NULL OR $2 IN (o.community_code, o.street_code, o.district_code))
  ORDER BY o.due_at NULLS LAST, o.id`;

/** Orders that a unit holds, alone or with others. */
export const ordersOwed: Obligations = async ({ unitId, divisionCode }, { rows }) => {
  const owed = await rows<{ number: string }>('orders-owed', OWED, [unitId, divisionCode]);
  return owed.map(({ number }) => ({ label: `点单${number}` }));
};
