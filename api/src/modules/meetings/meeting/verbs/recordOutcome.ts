import { choice, int, optional, paragraph } from '../../../../kernel/field.ts';
import { quorumOf } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { topicOutcome } from '../meeting.choices.ts';
import { topicId } from '../meeting.input.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { countedVotes, refuseUndecided, votesOf } from '../meeting.outcome.ts';
import { onAgenda, topicOf } from '../meeting.topics.ts';
import { isRecorded } from '../../resolution/resolution.carried.ts';

const hands = (label: string, about: string) => optional(int(label, about, 0, 1000));

const RECORD = `UPDATE meeting_topic SET outcome = $2, outcome_text = $3, votes_for = $4, votes_against = $5, votes_abstained = $6, dissent = $7,
  recorded_at = $8, recorded_by = $9 WHERE id = $1`;

export const recordOutcome = meetingVerb('recordOutcome', {
  label: '记录审议结果',
  about:
    'Records what the meeting did with an item: votes or consensus, and who dissented. Until the end it can be put right.',
  input: {
    topicId,
    outcome: choice('审议结果', 'What the meeting did with it.', topicOutcome),
    text: paragraph('结果说明', 'What was said or decided, for the minutes.', { max: 4000 }),
    votesFor: hands('赞成票', 'By show of hands; left out by consensus.'),
    votesAgainst: hands('反对票', 'By show of hands.'),
    votesAbstained: hands('弃权票', 'By show of hands.'),
    dissent: optional(paragraph('不同意见', 'Who dissented, and how.', { max: 2000 })),
  },
  asks: ({ subject, input, transaction }) =>
    Promise.all([
      topicOf({ meetingId: subject.id, topicId: input.topicId }, transaction),
      countedVotes(input.topicId, transaction),
      quorumOf(subject.id, transaction),
      isRecorded({ meetingId: subject.id, topicId: input.topicId }, transaction),
    ]),
  effect({ asked: [found, counted, quorum, recorded], input, viewer, now, transaction }) {
    const topic = onAgenda(found);
    const { outcome, text, dissent } = input;
    const votes = votesOf(input, counted, quorum);
    if (outcome === 'RESOLVE') refuseUndecided(votes, quorum);
    // What was written down of it would go out as resolved all the same.
    else if (recorded) {
      const values = { title: topic.title };
      meetingReasons.refuse('MEETING_TOPIC_RECORDED', { path: ['input', 'outcome'], values });
    }
    const counts = votes ? [votes.for, votes.against, votes.abstained] : [null, null, null];
    const values = [topic.id, outcome, text, ...counts, dissent ?? counted.dissent, now, viewer.personId];
    transaction.later({ name: 'record-outcome', text: RECORD, values });
    return { data: { topicId: topic.id, title: topic.title, outcome, votes } };
  },
});
