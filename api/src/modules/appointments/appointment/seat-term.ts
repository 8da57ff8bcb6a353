import { placesOf } from '../../divisions/index.ts';
import { endPost, insertPosts } from '../../identity/index.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { appendEvent } from '../../../platform/feed/outbox.ts';
import { newId } from '../../../platform/identifier.ts';
import { eventOf } from '../../../platform/process/record.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { reasons } from '../appointments.reasons.ts';
import { SEAT_RULES } from '../seat/seat.choice.ts';
import type { AppointmentRow } from './appointment.row.ts';

/** Somebody takes a seat for a time. */
export interface Holding {
  readonly personId: string;
  readonly from: Date;
  readonly to: Date;
  /** Stands in for whoever was appointed. */
  readonly acting: boolean;
}

const HOLD = `INSERT INTO seat_term (seat_id, body_id, person_id, term, acting, appointment_id, post_id)
  VALUES ($1, $2, $3, tstzrange($4, $5), $6, $7, $8)`;

const CODES = {
  seat_one_holder: 'SEAT_TAKEN',
  seat_person_once: 'SEAT_TWICE',
  post_not_twice: 'SEAT_TWICE',
} as const;

/** Says what a violated constraint means: the database refuses a second holder, and one person twice in one body. */
function refuseConflict(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  const code = Object.hasOwn(CODES, constraint) ? CODES[constraint as keyof typeof CODES] : null;
  if (code === null) throw error;
  return reasons.refuse(code);
}

/** Seats somebody, with the post that goes with the seat: both end with the term, in the same second. */
export async function holdSeat(
  row: AppointmentRow,
  { personId, from, to, acting }: Holding,
  viewer: Viewer,
  transaction: Transaction,
): Promise<void> {
  const { role } = SEAT_RULES[row.kind];
  const postId = role ? newId(transaction.now) : null;
  if (role && postId) {
    const scope = row.unitId ?? row.communityCode;
    const post = { id: postId, personId, role, scope, startsAt: from, endsAt: to, grantedBy: viewer.personId };
    await insertPosts(transaction.rows, [post]).catch(refuseConflict);
    const data = {
      personId,
      role,
      scope,
      startsAt: from.toISOString(),
      endsAt: to.toISOString(),
      appointmentId: row.id,
    };
    tell('grant', { row, postId, viewer, data, personId }, transaction);
  }
  const values = [row.seatId, row.bodyId, personId, from, to, acting, row.id, postId];
  await transaction.rows('hold-seat', HOLD, values).catch(refuseConflict);
}

// What never began is not kept; an empty term would be none.
const LEAVE = `
  WITH unbegun AS (DELETE FROM seat_term WHERE appointment_id = $1 AND lower(term) >= $2::timestamptz RETURNING post_id, person_id),
  cut AS (UPDATE seat_term SET term = tstzrange(lower(term), $2::timestamptz)
    WHERE appointment_id = $1 AND lower(term) < $2::timestamptz AND upper(term) > $2::timestamptz RETURNING post_id, person_id)
  SELECT post_id AS "postId", person_id AS "personId" FROM unbegun UNION ALL SELECT post_id, person_id FROM cut`;

/** Whoever sits there leaves the seat now; what they might do there ends with it, on every open line. */
export async function leaveSeat(row: AppointmentRow, viewer: Viewer, transaction: Transaction): Promise<void> {
  const left = await transaction.rows<{ postId: string | null; personId: string }>('leave-seat', LEAVE, [
    row.id,
    transaction.now,
  ]);
  for (const { postId, personId } of left) {
    if (postId === null) continue;
    await endPost(transaction.rows, postId, transaction.now);
    tell('end', { row, postId, viewer, data: { personId, appointmentId: row.id }, personId }, transaction);
  }
}

interface PostFact {
  readonly row: AppointmentRow;
  readonly postId: string;
  readonly viewer: Viewer;
  readonly data: Readonly<Record<string, unknown>>;
  readonly personId: string;
}

/** Posts are granted and ended as by the security administrator: lines that act as one are closed by the event. */
function tell(action: 'grant' | 'end', fact: PostFact, transaction: Transaction): void {
  const { row, postId, viewer, data, personId } = fact;
  const effect = { data, personIds: [personId] };
  const event = { noun: 'post', subjectId: postId, action, viewer, at: transaction.now, effect };
  appendEvent(transaction, eventOf({ ...event, places: placesOf(row.communityCode) }));
}
