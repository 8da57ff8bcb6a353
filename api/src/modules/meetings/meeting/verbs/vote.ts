import { choice, optional, paragraph } from '../../../../kernel/field.ts';
import { link } from '../../../../kernel/predicate.ts';
import { ownAttendee, refuseStranger, type Attendee } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingVote } from '../meeting.choices.ts';
import { topicId } from '../meeting.input.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { onAgenda, topicOf } from '../meeting.topics.ts';

// That the unit is in the snapshot with a vote is a foreign key.
const VOTE = `INSERT INTO meeting_vote (meeting_id, topic_id, unit_id, vote, dissent, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (topic_id, unit_id) DO UPDATE SET vote = excluded.vote, dissent = excluded.dissent, person_id = excluded.person_id, at = excluded.at`;

export const vote = meetingVerb('vote', {
  label: '表决',
  about: 'An entitled unit that is present votes on an item, until its outcome is recorded. The last vote counts.',
  offered: link('entitled'),
  input: {
    topicId,
    vote: choice('表决', 'For, against or neither.', meetingVote),
    dissent: optional(paragraph('不同意见', 'What the unit wants the minutes to say.', { max: 500 })),
  },
  asks: ({ subject, input, viewer, transaction }) =>
    Promise.all([
      ownAttendee(subject.id, viewer, transaction),
      topicOf({ meetingId: subject.id, topicId: input.topicId }, transaction),
    ]),
  effect({ row, asked: [own, found], input, viewer, now, transaction }) {
    const attendee = refuseNoVote(refuseStranger(own, '表决'));
    const topic = onAgenda(found);
    if (topic.outcome) {
      const values = { title: topic.title };
      meetingReasons.refuse('MEETING_TOPIC_CLOSED', { path: ['input', 'topicId'], values });
    }
    const values = [row.id, topic.id, attendee.unitId, input.vote, input.dissent, viewer.personId, now];
    transaction.later({ name: 'vote-on-topic', text: VOTE, values });
    return { data: { topicId: topic.id, title: topic.title, vote: input.vote } };
  },
});

function refuseNoVote(attendee: Attendee): Attendee {
  const values = { name: attendee.name };
  if (!attendee.entitled) meetingReasons.refuse('MEETING_NO_VOTE', { values });
  if (!attendee.checkedInAt) meetingReasons.refuse('MEETING_NOT_PRESENT', { values });
  return attendee;
}
