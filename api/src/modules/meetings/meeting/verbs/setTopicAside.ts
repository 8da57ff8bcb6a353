import { reason } from '../../../../kernel/field.ts';
import { meetingVerb } from '../meeting.case.ts';
import { topicId } from '../meeting.input.ts';
import { onAgenda, topicOf } from '../meeting.topics.ts';

const SET_ASIDE = 'UPDATE meeting_topic SET on_agenda = false, set_aside = $2 WHERE id = $1';

export const setTopicAside = meetingVerb('setTopicAside', {
  label: '议题不列入',
  about: 'Leaves an item out of the agenda, with a reason; whoever proposed it hears of it.',
  input: { topicId, reason: reason('Why the meeting does not deal with it.') },
  asks: ({ subject, input, transaction }) => topicOf({ meetingId: subject.id, topicId: input.topicId }, transaction),
  effect({ asked, input, transaction }) {
    const { id, title, proposerId, proposerUnitId } = onAgenda(asked);
    transaction.later({ name: 'set-topic-aside', text: SET_ASIDE, values: [id, input.reason] });
    return {
      ...{ reason: input.reason, data: { topicId: id, title } },
      ...{ personIds: proposerId ? [proposerId] : [], unitIds: proposerUnitId ? [proposerUnitId] : [] },
    };
  },
});
