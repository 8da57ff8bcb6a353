import { int, optional } from '../../../../kernel/field.ts';
import { meetingVerb } from '../meeting.case.ts';
import { topicId, topicMinutes } from '../meeting.input.ts';
import { MOST_TOPICS, topicOf, unknownTopic } from '../meeting.topics.ts';

// Everything keeps its order; the item goes before whatever stands in the place that it is given.
const ARRANGE = `
  WITH placed AS (SELECT id, row_number() OVER (ORDER BY NOT on_agenda AND id <> $2,
      CASE WHEN id = $2 AND $3::integer IS NOT NULL THEN $3 + CASE WHEN $3 > position THEN 0.5 ELSE -0.5 END ELSE position END, id) AS place
    FROM meeting_topic WHERE meeting_id = $1)
  UPDATE meeting_topic t SET position = placed.place,
    minutes = CASE WHEN t.id = $2 THEN coalesce($4::integer, t.minutes) ELSE t.minutes END,
    on_agenda = t.on_agenda OR t.id = $2, set_aside = CASE WHEN t.id = $2 THEN NULL ELSE t.set_aside END
  FROM placed WHERE placed.id = t.id`;

export const arrangeTopic = meetingVerb('arrangeTopic', {
  label: '安排议题',
  about: 'Sets the place and the minutes of an item; one that was left out comes back.',
  input: {
    topicId,
    position: optional(int('次序', 'Its place on the agenda, from 1.', 1, MOST_TOPICS)),
    minutes: optional(topicMinutes),
  },
  asks: ({ subject, input, transaction }) => topicOf({ meetingId: subject.id, topicId: input.topicId }, transaction),
  effect({ row, asked, input, transaction }) {
    const topic = asked && !asked.withdrawn ? asked : unknownTopic();
    const { position, minutes } = input;
    transaction.later({ name: 'arrange-topic', text: ARRANGE, values: [row.id, topic.id, position, minutes] });
    return { data: { topicId: topic.id, title: topic.title, position, minutes } };
  },
});
