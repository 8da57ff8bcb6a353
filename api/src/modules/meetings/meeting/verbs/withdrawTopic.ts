import { unitOf, type Viewer } from '../../../../kernel/viewer.ts';
import { meetingVerb } from '../meeting.case.ts';
import { topicId } from '../meeting.input.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { onAgenda, topicOf, type Topic } from '../meeting.topics.ts';

const WITHDRAW = 'UPDATE meeting_topic SET on_agenda = false, withdrawn_at = $2 WHERE id = $1';

export const withdrawTopic = meetingVerb('withdrawTopic', {
  label: '撤回议题',
  about: 'Whoever proposed an item, or the unit for which they did, takes it back.',
  input: { topicId },
  asks: ({ subject, input, transaction }) => topicOf({ meetingId: subject.id, topicId: input.topicId }, transaction),
  effect({ asked, viewer, now, transaction }) {
    const topic = onAgenda(asked);
    if (!isOwn(topic, viewer))
      meetingReasons.refuse('MEETING_TOPIC_NOT_YOURS', { path: ['input', 'topicId'], values: { title: topic.title } });
    transaction.later({ name: 'withdraw-topic', text: WITHDRAW, values: [topic.id, now] });
    return { data: { topicId: topic.id, title: topic.title } };
  },
});

const isOwn = ({ proposerId, proposerUnitId }: Topic, viewer: Viewer) =>
  proposerUnitId === null ? proposerId === viewer.personId : proposerUnitId === unitOf(viewer);
