import type { Transaction } from '../../platform/process/transaction.ts';
import { codeOf } from '../../platform/database/database.ts';
import { standingOf } from '../../platform/process/admission.ts';
import type { Case } from '../../platform/process/case.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { belongsSql } from '../alliance/index.ts';
import { findUnit, unitNameOf } from '../units/index.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';
import { newId } from '../../platform/identifier.ts';

const CLAIMABLE = `
  SELECT (SELECT state FROM unit WHERE id = $2) AS "unitState", array(SELECT unit_id FROM order_audience WHERE order_id = $1) AS audience,
    ${belongsSql('$2', '(SELECT ARRAY[street_code, community_code] FROM orders WHERE id = $1)::text[]', '$3::timestamptz')} AS member`;

/** What a claim depends on beyond the order: may the unit get anything new, and who must hear of it. */
export interface Claimable {
  readonly unitState: string | null;
  /** Still: the audience is frozen, and an agreement may have ended since. */
  readonly member: boolean;
  readonly audience: readonly string[];
}

export async function claimableBy(
  unitId: string | null,
  { id }: { readonly id: string },
  { rows, now }: Transaction,
): Promise<Claimable> {
  const [found] = await rows<Claimable>('claimable-order', CLAIMABLE, [id, unitId, now]);
  return found!;
}

export interface Claim {
  readonly unitId: string;
  readonly personId: string;
  readonly assigned: boolean;
}

/** Gives the order to a unit. Returns the audience. Refuses when the unit is suspended or no member any more; when another claim lives, the transaction fails. */
export async function takeOrder(row: OrderRow, claim: Claim, transaction: Transaction): Promise<readonly string[]> {
  return takeClaimable(row, claim, await claimableBy(claim.unitId, row, transaction), transaction);
}

const CLAIM = `INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** The same with what is known already. */
export function takeClaimable(
  row: OrderRow,
  { unitId, personId, assigned }: Claim,
  { unitState, member, audience }: Claimable,
  transaction: Transaction,
): readonly string[] {
  if (unitState !== 'ACTIVE') orderReasons.refuse('ORDER_UNIT_SUSPENDED');
  if (!member) orderReasons.refuse('ORDER_MEMBERSHIP_ENDED');
  const values = [newId(transaction.now), row.id, unitId, personId, row.round, assigned, transaction.now];
  // The unique index is the proof of the one claim, whatever was read before.
  transaction.later({ name: 'claim-order', text: CLAIM, values }, (error) =>
    codeOf(error) === UNIQUE_VIOLATION
      ? orderReasons.refusal('ORDER_ALREADY_CLAIMED', { values: { holder: '其他单位' } })
      : null,
  );
  Object.assign(row, { unitId, unclaimedAt: null, proposedAt: null, reworkCount: 0, extendCount: 0, extendTo: null });
  return audience;
}

const UNIQUE_VIOLATION = '23505';

const LIVE_CLAIM = 'SELECT claimed_at AS "claimedAt" FROM order_claim WHERE order_id = $1 AND released_at IS NULL';
const ONE_WORKDAY = { unit: 'workdays', count: 1 } as const;

/** Within one working day of the claim a unit may give the order back without fault. */
export async function isEarly({ id }: OrderRow, askedAt: Date, transaction: Transaction): Promise<boolean> {
  const [claim] = await transaction.rows<{ claimedAt: Date }>('live-claim', LIVE_CLAIM, [id]);
  return askedAt <= transaction.calendar.due(claim!.claimedAt, ONE_WORKDAY).due;
}

const END_CLAIM = 'UPDATE order_claim SET released_at = $2, at_fault = $3 WHERE order_id = $1 AND released_at IS NULL';
const END_SHARES = `UPDATE order_share SET state = 'ENDED' WHERE order_id = $1 AND state IN ('INVITED', 'ACCEPTED')`;

/**
 * Ends the live claim: the unit gave the order back, or the order went back to the pool. What supervision asked stays asked;
 * what the unit planned and did is in the history.
 */
export async function endClaim(row: OrderRow, atFault: boolean | null, transaction: Transaction): Promise<void> {
  await Promise.all([
    transaction.rows('end-claim', END_CLAIM, [row.id, transaction.now, atFault]),
    transaction.rows('end-shares', END_SHARES, [row.id]),
  ]);
  Object.assign(row, {
    unitId: null,
    plannedStart: null,
    plannedFinish: null,
    result: null,
    executorId: null,
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
