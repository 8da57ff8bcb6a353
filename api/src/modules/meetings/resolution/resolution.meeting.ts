import type { Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { NO_LINKS, relationsOf } from '../meeting/meeting.policy.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import { resolutionReasons } from './resolution.reasons.ts';
import type { ResolutionRow } from './resolution.row.ts';

/** Of a meeting, what its resolutions depend on. */
type Sitting = Pick<
  MeetingRow,
  'id' | 'state' | 'allianceId' | 'districtCode' | 'streetCode' | 'communityCode' | 'recorderId'
>;

// The share keeps the minutes from going out while what they say is written.
const SITTING = `
  SELECT id, state, alliance_id AS "allianceId", district_code AS "districtCode", street_code AS "streetCode",
    community_code AS "communityCode", recorder_id AS "recorderId"
  FROM joint_meeting WHERE id = $1 FOR SHARE`;
/** While what was resolved can still be written down. */
const RECORDING: readonly string[] = ['IN_SESSION', 'MINUTES_DRAFT'];

async function sittingOf(meetingId: string, { rows }: Transaction): Promise<Sitting | null> {
  return (await rows<Sitting>('meeting-of-resolution', SITTING, [meetingId]))[0] ?? null;
}

/** The meeting, if the viewer keeps its record and it is not sent for countersigning yet. */
export async function recordedBy(viewer: Viewer, meetingId: string, transaction: Transaction): Promise<Sitting> {
  const meeting = await sittingOf(meetingId, transaction);
  const relations = meeting ? relationsOf(meeting, viewer, NO_LINKS) : new Set<string>();
  if (!meeting || !(relations.has('RECORDER') || relations.has('CONVENER')))
    return resolutionReasons.refuse('RESOLUTION_MEETING_UNKNOWN', { path: ['input', 'meetingId'] });
  refuseClosed(meeting);
  return meeting;
}

/** What goes into the minutes stands still once they are sent for countersigning. */
export async function refuseAfterRecord({ meetingId }: ResolutionRow, transaction: Transaction): Promise<void> {
  refuseClosed((await sittingOf(meetingId, transaction))!);
}

function refuseClosed({ state }: Sitting): void {
  if (!RECORDING.includes(state)) resolutionReasons.refuse('RESOLUTION_MEETING_CLOSED');
}

const RESOLVED = `SELECT 1 FROM meeting_topic WHERE id = $1 AND meeting_id = $2 AND outcome = 'RESOLVE'`;

/** Only what a meeting resolved is a resolution. */
export async function refuseUnresolved(topicId: string, meetingId: string, { rows }: Transaction): Promise<void> {
  const found = await rows('topic-resolved', RESOLVED, [topicId, meetingId]);
  if (found.length === 0) resolutionReasons.refuse('RESOLUTION_TOPIC_NOT_RESOLVED', { path: ['input', 'topicId'] });
}

const LATER = `
  SELECT 1 FROM joint_meeting m WHERE m.id = $1 AND m.alliance_id = $2 AND m.id <> $3 AND m.opened_at IS NOT NULL
    AND (m.adjourned_at IS NULL OR m.adjourned_at > $4::timestamptz)`;

/** The meeting at which a resolution is read out sits, or sat, after the check, and is another one than that which resolved it. */
export async function refuseUnread(readOutAtId: string, row: ResolutionRow, { rows }: Transaction): Promise<void> {
  const found = await rows('meeting-read-out', LATER, [readOutAtId, row.allianceId, row.meetingId, row.checkedAt]);
  if (found.length === 0) resolutionReasons.refuse('RESOLUTION_READ_OUT_EARLIER', { path: ['input', 'readOutAtId'] });
}
