import type { Statement } from '../../../platform/database/statement.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';

/** How far countersigning has come, as it is seen from one unit. */
export interface Standing {
  /** Units that came and have not said anything yet. */
  readonly missing: readonly string[];
  /** What the unit said. */
  readonly own: 'SIGNED' | 'OBJECTED' | 'SILENT' | null;
  /** How its objection was settled. */
  readonly settled: boolean;
}

const READ = `
  SELECT array(SELECT a.unit_id FROM meeting_attendee a WHERE a.meeting_id = m.id AND a.entitled AND a.checked_in_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM minutes_signature s WHERE s.meeting_id = m.id AND s.n = m.head_n AND s.unit_id = a.unit_id)) AS missing,
    own.kind AS own, own.settled_at IS NOT NULL AS settled
  FROM joint_meeting m LEFT JOIN minutes_countersigning own ON own.meeting_id = m.id AND own.n = m.head_n AND own.unit_id = $2::uuid
  WHERE m.id = $1`;

/** Asked together with the lock of the meeting, and answered after it. */
export async function standingOf(
  meetingId: string,
  unitId: string | null,
  { rows }: Transaction,
): Promise<Standing | undefined> {
  const [standing] = await rows<Standing>('minutes-standing', READ, [meetingId, unitId]);
  return standing;
}

export interface NewSignature {
  readonly unitIds: readonly string[];
  readonly kind: 'SIGNED' | 'OBJECTED' | 'SILENT';
  readonly personId: string | null;
  readonly wording?: string | null;
}

const SIGN = `
  INSERT INTO minutes_signature (meeting_id, n, unit_id, kind, person_id, wording, at)
  SELECT $1::uuid, $2::int, unit_id, $4::text, $5::uuid, $6::text, $7::timestamptz FROM unnest($3::uuid[]) AS u (unit_id)`;

export function sign(row: MeetingRow, { unitIds, kind, personId, wording }: NewSignature, { later, now }: Transaction) {
  if (unitIds.length === 0) return;
  later({
    ...{ name: 'minutes-sign', text: SIGN },
    values: [row.id, row.headN, unitIds, kind, personId, wording ?? null, now],
  });
}

const SETTLE = `
  INSERT INTO minutes_settlement (meeting_id, n, unit_id, how, person_id, at)
  SELECT s.meeting_id, s.n, s.unit_id, $4::text, $5::uuid, $6::timestamptz FROM minutes_signature s
  WHERE s.meeting_id = $1 AND s.n = $2 AND s.kind = 'OBJECTED' AND ($3::uuid IS NULL OR s.unit_id = $3)
    AND NOT EXISTS (SELECT FROM minutes_settlement t WHERE t.meeting_id = s.meeting_id AND t.n = s.n AND t.unit_id = s.unit_id)`;

/** Says how an objection was settled; without a unit, how all that are open were. */
export const settlement = (
  row: MeetingRow,
  { unitId, how, personId }: { unitId: string | null; how: string; personId: string | null },
  now: Date,
): Statement => ({ name: 'minutes-settle', text: SETTLE, values: [row.id, row.headN, unitId, how, personId, now] });

/** The issue follows when everybody has signed or was silent, and no objection is open. */
export const issueWhen = (row: MeetingRow, missing: number): 'issue' | undefined =>
  missing === 0 && row.objectionsOpen === 0 ? 'issue' : undefined;
