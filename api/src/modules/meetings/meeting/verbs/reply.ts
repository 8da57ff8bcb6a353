import { choice, helped, line, optional, paragraph, personName } from '../../../../kernel/field.ts';
import { link, any } from '../../../../kernel/predicate.ts';
import { sayTime } from '../../../../kernel/said-time.ts';
import { ownAttendee, refuseStranger } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingReply } from '../meeting.choices.ts';
import { meetingReasons } from '../meeting.reasons.ts';

const REPLY = `UPDATE meeting_attendee SET reply = $3, reply_reason = $4, substitute_name = $5, mandate = $6, replied_at = $7, replied_by = $8
  WHERE meeting_id = $1 AND unit_id = $2`;

export const reply = meetingVerb('reply', {
  label: '回复参会',
  about:
    'A unit answers the notice: it comes, it does not, or somebody comes with its mandate. The last answer counts.',
  offered: any(link('entitled'), link('invited')),
  input: {
    reply: choice('参会回复', 'What the unit answers.', meetingReply),
    reason: helped('请假时填写', optional(line('请假事由', 'With 请假: why nobody comes.', { max: 200 }))),
    substituteName: helped('委托他人参会时填写', optional(personName('受托人姓名', 'With 委托参会: who comes.'))),
    mandate: helped(
      '委托他人参会时填写',
      optional(paragraph('授权事项', 'With 委托参会: what they may decide for the unit.', { max: 500 })),
    ),
  },
  asks: ({ subject, viewer, transaction }) => ownAttendee(subject.id, viewer, transaction),
  effect({ row, asked, input, viewer, now, transaction }) {
    const { unitId, name, checkedInAt } = refuseStranger(asked, '回复参会');
    // Nobody who sits there is on leave.
    if (checkedInAt) meetingReasons.refuse('MEETING_PRESENT', { values: { name } });
    if (now > row.startsAt)
      meetingReasons.refuse('MEETING_STARTED', { values: { time: sayTime(row.startsAt), action: '回复参会' } });
    const said = saidBy(input);
    const values = [row.id, unitId, input.reply, said.reason, said.substituteName, said.mandate, now, viewer.personId];
    transaction.later({ name: 'reply-to-meeting', text: REPLY, values });
    return { data: { reply: input.reply, late: now > row.replyBy } };
  },
});

interface Said {
  readonly reply: 'ATTEND' | 'LEAVE' | 'SUBSTITUTE';
  readonly reason: string | null;
  readonly substituteName: string | null;
  readonly mandate: string | null;
}

/** What belongs to the answer. Refuses an answer that says too little. */
function saidBy({ reply: answer, reason, substituteName, mandate }: Said): Omit<Said, 'reply'> {
  if (answer === 'LEAVE' && !reason) meetingReasons.refuse('MEETING_REPLY_REASON', { path: ['input', 'reason'] });
  if (answer !== 'SUBSTITUTE') return { reason, substituteName: null, mandate: null };
  if (!substituteName || !mandate) {
    const path = ['input', substituteName ? 'mandate' : 'substituteName'];
    meetingReasons.refuse('MEETING_MANDATE_REQUIRED', { path });
  }
  return { reason, substituteName, mandate };
}
