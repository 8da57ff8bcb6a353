import type { Transaction } from '../../platform/process/transaction.ts';
import { standingOf } from '../../platform/process/step.ts';
import type { Case } from '../../platform/process/case.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { findUnit, unitNameOf } from '../units/index.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';
import { newId } from '../../platform/identifier.ts';

// The unique index is the proof of the one claim; the audience that must hear of it comes back in the same round trip.
const CLAIM = `
  WITH claim AS (
    INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (order_id) WHERE released_at IS NULL DO NOTHING RETURNING id)
  SELECT (SELECT count(*) FROM claim) AS claimed, (SELECT state FROM unit WHERE id = $3) AS "unitState",
    array(SELECT unit_id FROM order_audience WHERE order_id = $2) AS audience`;

interface Taken {
  readonly claimed: number;
  readonly unitState: string;
  readonly audience: string[];
}

export interface Claim {
  readonly unitId: string;
  readonly personId: string;
  readonly assigned: boolean;
}

/** Gives the order to a unit. Returns the audience. Refuses when another claim lives, or the unit is suspended. */
export async function takeOrder(
  row: OrderRow,
  { unitId, personId, assigned }: Claim,
  transaction: Transaction,
): Promise<string[]> {
  const id = newId(transaction.now);
  const values = [id, row.id, unitId, personId, row.round, assigned, transaction.now];
  const [taken] = await transaction.rows<Taken>('claim-order', CLAIM, values);
  if (taken!.unitState !== 'ACTIVE') orderReasons.refuse('ORDER_UNIT_SUSPENDED');
  if (taken!.claimed === 0) orderReasons.refuse('ORDER_ALREADY_CLAIMED', { values: { holder: '其他单位' } });
  Object.assign(row, { unitId, unclaimedAt: null, proposedAt: null, reworkCount: 0, extendCount: 0, extendTo: null });
  return taken!.audience;
}

const LIVE_CLAIM = 'SELECT claimed_at AS "claimedAt" FROM order_claim WHERE order_id = $1 AND released_at IS NULL';
const ONE_WORKDAY = { unit: 'workdays', count: 1 } as const;

/** Within one working day of the claim a unit may give the order back without fault. */
export async function isEarly({ id }: OrderRow, askedAt: Date, transaction: Transaction): Promise<boolean> {
  const [claim] = await transaction.rows<{ claimedAt: Date }>('live-claim', LIVE_CLAIM, [id]);
  return askedAt <= transaction.calendar.due(claim!.claimedAt, ONE_WORKDAY).due;
}

/**
 * Ends the live claim: the unit gave the order back, or the order went back to the pool. What supervision asked stays asked;
 * what the unit planned and did is in the history.
 */
export async function endClaim(row: OrderRow, atFault: boolean | null, transaction: Transaction): Promise<void> {
  await transaction.rows(
    'end-claim',
    'UPDATE order_claim SET released_at = $2, at_fault = $3 WHERE order_id = $1 AND released_at IS NULL',
    [row.id, transaction.now, atFault],
  );
  await transaction.rows(
    'end-shares',
    `UPDATE order_share SET state = 'ENDED' WHERE order_id = $1 AND state IN ('INVITED', 'ACCEPTED')`,
    [row.id],
  );
  Object.assign(row, {
    unitId: null,
    plannedStart: null,
    plannedFinish: null,
    result: null,
    extendTo: null,
    sharesOpen: 0,
    shareUnitIds: [],
  });
}

/** A suspended unit keeps what it holds and gets nothing new. */
export async function refuseSuspended(unitId: string, transaction: Transaction): Promise<void> {
  const unit = await findUnit(transaction, unitId);
  if (unit?.state !== 'ACTIVE') orderReasons.refuse('ORDER_UNIT_SUSPENDED');
}

/** To whom the order went, for a unit that came too late. */
export async function takenBy(of: Case, row: OrderRow, transaction: Transaction): Promise<Refusal | null> {
  if (!row.unitId) return null;
  const holder = (await unitNameOf(transaction, row.unitId)) ?? '其他单位';
  const standing = await standingOf(of, row, transaction);
  return orderReasons.refusal('ORDER_ALREADY_CLAIMED', { values: { holder }, standing });
}
