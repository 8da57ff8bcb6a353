import type { Transaction } from '../../../platform/process/transaction.ts';
import { newId } from '../../../platform/identifier.ts';
import { meetingReasons } from './meeting.reasons.ts';

/** An item as it is put on the agenda. */
export interface NewTopic {
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  readonly source: 'PROPOSED' | 'CARRIED_RESOLUTION' | 'CARRIED_ORDER' | 'CARRIED_NEED' | 'CARRIED_TOPIC';
  readonly proposerId: string | null;
  readonly proposerUnitId: string | null;
  readonly orderId: string | null;
  readonly resolutionId: string | null;
  readonly needId: string | null;
  readonly deferredId: string | null;
}

export const PLAIN = {
  ...{ proposerId: null, proposerUnitId: null, orderId: null, resolutionId: null, needId: null, deferredId: null },
} as const;

/** The most items of a meeting: what stands on no agenda any more counts too. */
export const MOST_TOPICS = 100;
/** The most parts of minutes: one an item, and what opens and closes them. */
export const MOST_SECTIONS = MOST_TOPICS + 2;

// The meeting is locked by whoever adds to it: the places are counted by nobody else meanwhile.
const ADD = `
  INSERT INTO meeting_topic (id, meeting_id, position, title, about, minutes, source, proposer_id, proposer_unit_id, order_id, resolution_id,
    need_id, deferred_id, created_at)
  SELECT r.id, $1::uuid, t.last + row_number() OVER (ORDER BY r.id), r.title, r.about, r.minutes, r.source, r."proposerId", r."proposerUnitId",
    r."orderId", r."resolutionId", r."needId", r."deferredId", $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, title text, about text, minutes integer, source text, "proposerId" uuid,
    "proposerUnitId" uuid, "orderId" uuid, "resolutionId" uuid, "needId" uuid, "deferredId" uuid)
  CROSS JOIN (SELECT coalesce(max(position), 0) AS last, count(*) AS count FROM meeting_topic WHERE meeting_id = $1) t
  WHERE t.count + (SELECT count(*) FROM jsonb_array_elements($2::jsonb)) <= ${String(MOST_TOPICS)}
  ON CONFLICT DO NOTHING RETURNING id`;

/** Puts items at the end of the agenda. What is there already is not put there again. Returns the ids of those that are new. */
export async function addTopics(
  meetingId: string,
  topics: readonly NewTopic[],
  { rows, now }: Transaction,
): Promise<readonly string[]> {
  if (topics.length === 0) return [];
  const given = JSON.stringify(topics.map((topic) => ({ ...topic, id: newId(now) })));
  const added = await rows<{ id: string }>('add-topics', ADD, [meetingId, given, now]);
  return added.map(({ id }) => id);
}

/** An item as verbs need to know it. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly onAgenda: boolean;
  readonly withdrawn: boolean;
  readonly outcome: string | null;
  readonly proposerId: string | null;
  readonly proposerUnitId: string | null;
}

const FIND = `SELECT id, title, on_agenda AS "onAgenda", withdrawn_at IS NOT NULL AS withdrawn, outcome, proposer_id AS "proposerId",
  proposer_unit_id AS "proposerUnitId" FROM meeting_topic WHERE meeting_id = $1 AND id = $2`;

/** An item of the meeting, or null. */
export async function topicOf(
  { meetingId, topicId }: { readonly meetingId: string; readonly topicId: string },
  { rows }: Pick<Transaction, 'rows'>,
): Promise<Topic | null> {
  const [topic] = await rows<Topic>('topic-of-meeting', FIND, [meetingId, topicId]);
  return topic ?? null;
}

/** The item, if it is on the agenda. */
export function onAgenda(topic: Topic | null): Topic {
  return topic?.onAgenda ? topic : unknownTopic();
}

export const unknownTopic = (): never => meetingReasons.refuse('MEETING_TOPIC_UNKNOWN', { path: ['input', 'topicId'] });

const LEFT = `SELECT title, outcome FROM meeting_topic WHERE meeting_id = $1 AND on_agenda ORDER BY position, id`;

/** What is on the agenda, in order. */
export const agendaOf = (
  meetingId: string,
  { rows }: Pick<Transaction, 'rows'>,
): Promise<{ title: string; outcome: string | null }[]> => rows('agenda-of-meeting', LEFT, [meetingId]);
