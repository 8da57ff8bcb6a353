import { sayTime } from '../../../kernel/said-time.ts';
import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { meetingReasons } from './meeting.reasons.ts';
import type { MeetingRow } from './meeting.row.ts';

/** How a unit stands towards the meeting. */
export interface Attendee {
  readonly unitId: string;
  readonly name: string;
  /** Null: not in the snapshot, and not asked to sit in. */
  readonly entitled: boolean | null;
  readonly reply: 'ATTEND' | 'LEAVE' | 'SUBSTITUTE' | null;
  readonly substituteName: string | null;
  readonly checkedInAt: Date | null;
  readonly presentName: string | null;
  /** Name of the person who asks. */
  readonly person: string | null;
  /** Is the code that was given one that holds now? */
  readonly codeHolds: boolean;
}

const MINUTE = 60_000;
const STANDING = `
  SELECT u.id AS "unitId", u.name, a.entitled, a.reply, a.substitute_name AS "substituteName", a.checked_in_at AS "checkedInAt",
    a.present_name AS "presentName", (SELECT name FROM person WHERE id = $3) AS person,
    coalesce($4::text IN (check_in_code(m.check_in_secret, $5::timestamptz), check_in_code(m.check_in_secret, $6::timestamptz)), false) AS "codeHolds"
  FROM joint_meeting m JOIN unit u ON u.id = $2 LEFT JOIN meeting_attendee a ON a.meeting_id = m.id AND a.unit_id = u.id
  WHERE m.id = $1`;

/** Of which unit it is asked, and with which code, if any. */
export interface Asked {
  readonly meetingId: string;
  readonly unitId: string;
  readonly personId: string | null;
  readonly code?: string;
}

/** How a unit stands; null when there is no such unit or meeting. */
export async function attendeeOf(asked: Asked, { rows, house }: Transaction): Promise<Attendee | null> {
  const { meetingId, unitId, personId, code = null } = asked;
  // Codes pass with the time at which they are looked at, not with that at which the call began.
  const now = house.now();
  const values = [meetingId, unitId, personId, code, now, new Date(now.getTime() - MINUTE)];
  const [attendee] = await rows<Attendee>('attendee-of-meeting', STANDING, values);
  return attendee ?? null;
}

/** How the viewer's unit stands. */
export const ownAttendee = (
  meetingId: string,
  viewer: Viewer,
  transaction: Transaction,
  code?: string,
): Promise<Attendee | null> => {
  const unitId = unitOf(viewer);
  if (unitId === null) return Promise.resolve(null);
  return attendeeOf({ meetingId, unitId, personId: viewer.personId, ...(code !== undefined && { code }) }, transaction);
};

/** Refuses a unit that is not on the list of the meeting. */
export function refuseStranger(attendee: Attendee | null, action: string): Attendee {
  const values = { name: attendee?.name ?? '', action };
  if (!attendee || attendee.entitled === null) return meetingReasons.refuse('MEETING_NOT_ENTITLED', { values });
  return attendee;
}

const DOORS_OPEN = 60 * MINUTE;

/** Refuses whoever comes before the doors are open. */
export function refuseEarly(
  { startsAt }: Pick<MeetingRow, 'startsAt'>,
  now: Date,
  code: 'MEETING_CHECK_IN_EARLY' | 'MEETING_OPEN_EARLY',
): void {
  const from = new Date(startsAt.getTime() - DOORS_OPEN);
  if (now < from) meetingReasons.refuse(code, { values: { time: sayTime(from) } });
}

const SIGN_IN = `UPDATE meeting_attendee SET checked_in_at = $3, checked_in_by = $4, present_name = $5, signed_for = $6, late = $7
  WHERE meeting_id = $1 AND unit_id = $2 AND checked_in_at IS NULL`;

/** Who is there for a unit, and who says so. */
export interface Arrival {
  readonly attendee: Attendee;
  readonly presentName: string;
  readonly personId: string;
  readonly signedFor: boolean;
}

/** Signs a unit in that is on the list and has not come yet. Returns whether it is late. */
export function signIn(
  row: Pick<MeetingRow, 'id' | 'startsAt'>,
  { attendee, presentName, personId, signedFor }: Arrival,
  { later, now }: Transaction,
): boolean {
  if (attendee.checkedInAt) {
    const values = { name: attendee.name, person: attendee.presentName ?? '' };
    meetingReasons.refuse('MEETING_CHECKED_IN', { values });
  }
  const late = now > row.startsAt;
  const values = [row.id, attendee.unitId, now, personId, presentName, signedFor, late];
  later({ name: 'sign-in-unit', text: SIGN_IN, values });
  return late;
}

const SNAPSHOT = `INSERT INTO meeting_attendee (meeting_id, unit_id, entitled) SELECT $1::uuid, unit_id, true FROM unnest($2::uuid[]) AS unit_id`;

/** Freezes who is entitled. */
export function freeze(meetingId: string, unitIds: readonly string[], { later }: Transaction): void {
  later({ name: 'freeze-entitled', text: SNAPSHOT, values: [meetingId, unitIds] });
}

// Who had signed in for a time that was given up has not signed in for the new one.
const ASK_ANEW = `UPDATE meeting_attendee SET previous_reply = coalesce(reply, previous_reply), reply = NULL, reply_reason = NULL, substitute_name = NULL,
  mandate = NULL, replied_at = NULL, replied_by = NULL, checked_in_at = NULL, checked_in_by = NULL, present_name = NULL, signed_for = false, late = false
  WHERE meeting_id = $1`;

/** What was answered for a time that is given up is kept, and asked anew. */
export function askAnew(meetingId: string, { later }: Transaction): void {
  later({ name: 'ask-units-anew', text: ASK_ANEW, values: [meetingId] });
}

const QUORUM = 'SELECT entitled, present, needed, reached FROM meeting_quorum WHERE meeting_id = $1';

export interface Quorum {
  readonly entitled: number;
  readonly present: number;
  readonly needed: number;
  readonly reached: boolean;
}

/** Who is there of those who count. */
export async function quorumOf(meetingId: string, { rows }: Pick<Transaction, 'rows'>): Promise<Quorum> {
  const [quorum] = await rows<Quorum>('quorum-of-meeting', QUORUM, [meetingId]);
  return quorum!;
}
