import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { meetingNotices } from './meeting.notices.ts';
import { isVisible, NO_LINKS, relationsOf, type MeetingLinks } from './meeting.policy.ts';
import { meetingProcess } from './meeting.process.ts';
import { MeetingSchema, type MeetingRow } from './meeting.row.ts';
import { JointMeeting, meetingById } from './meeting.shape.ts';

const LINKS = `
  SELECT EXISTS (SELECT FROM alliance_member am WHERE am.alliance_id = m.alliance_id AND am.unit_id = $2 AND am.term @> $3::timestamptz) AS member,
    coalesce(a.entitled, false) AS entitled, coalesce(NOT a.entitled, false) AS invited, a.checked_in_at IS NOT NULL AS attended,
    EXISTS (SELECT FROM division d WHERE d.code = $4::text AND d.path @> ARRAY[m.street_code]) AS within
  FROM joint_meeting m LEFT JOIN meeting_attendee a ON a.meeting_id = m.id AND a.unit_id = $2::uuid
  WHERE m.id = $1`;

async function linksOf(
  meeting: { readonly id: string },
  viewer: Viewer,
  transaction: Transaction,
): Promise<MeetingLinks> {
  const values = [meeting.id, unitOf(viewer), transaction.now, viewer.post?.scope ?? null];
  const [links] = await transaction.rows<MeetingLinks>('meeting-links', LINKS, values);
  return links ?? NO_LINKS;
}

/** Days that the meeting fixes itself, and duties that are not there now. */
function limitOf(action: string, row: MeetingRow, { now }: Transaction): DutyLimit | null {
  switch (action) {
    case 'lockAgenda':
      return row.noticeBy;
    case 'closeReplies':
      return row.repliesClosedAt || row.replyBy <= now ? 'NONE' : row.replyBy;
    case 'open':
      return row.startsAt;
    case 'settle':
      return row.objectionsOpen > 0 ? null : 'NONE';
    case 'silence':
      return row.silencedAt ? 'NONE' : null;
    default:
      return null;
  }
}

export const meetingCase = defineCase<MeetingRow, MeetingLinks>({
  process: meetingProcess,
  row: MeetingSchema,
  type: () => JointMeeting.type,
  shown: meetingById,
  // What is issued with the minutes goes with the minutes; a meeting itself has no files.
  policy: { links: linksOf, relations: relationsOf, visible: isVisible, seesFile: isVisible },
  places: ({ districtCode, streetCode, communityCode }) => ({
    ...{ district: districtCode, street: streetCode, community: communityCode ?? null, grid: null },
  }),
  concerned: (row) => ({
    unitIds: row.entitledUnitIds,
    personIds: row.recorderId ? [row.recorderId] : [],
  }),
  notices: meetingNotices,
  headline: ({ title, year, ordinal }) => `${title}（${String(year)}年第${String(ordinal)}次联席会议）`,
  limit: (action, row, transaction) => Promise.resolve(limitOf(action, row, transaction)),
});

export const { verb: meetingVerb, opens: meetingOpens } = verbsOf(meetingCase, meetingProcess);
