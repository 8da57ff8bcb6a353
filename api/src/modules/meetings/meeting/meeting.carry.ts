import type { Transaction } from '../../../platform/process/transaction.ts';
import { ordersToCarry } from '../../orders/index.ts';
import type { MeetingRow } from './meeting.row.ts';
import { addTopics, MOST_TOPICS, PLAIN, type NewTopic } from './meeting.topics.ts';

/** Of a meeting, what it takes to know what comes before it. */
type Carrying = Pick<MeetingRow, 'id' | 'allianceId' | 'convenerCode'>;

/** What is carried over unasked leaves room for what people propose. */
const MOST_CARRIED = MOST_TOPICS - 40;

/**
 * Puts on the agenda what is open: what the last meetings deferred, and orders that nobody claims or that were put before the meeting.
 * Nothing twice. Returns how many items are new.
 */
export async function carry(meeting: Carrying, transaction: Transaction): Promise<number> {
  const [waiting, orders] = await Promise.all([
    waitingFor(meeting, transaction),
    ordersToCarry(transaction, meeting.convenerCode),
  ]);
  const { busyOrders, count, deferred } = waiting;
  const open = orders.filter(({ id }) => !busyOrders.includes(id)).map(asTopic);
  const room = Math.max(0, MOST_CARRIED - count);
  const added = await addTopics(meeting.id, [...deferred.map(again), ...open].slice(0, room), transaction);
  return added.length;
}

type ToCarry = Awaited<ReturnType<typeof ordersToCarry>>[number];

/** The words of an order are not for every unit: the agenda names its number and category. */
function asTopic({ id, number, category, proposed }: ToCarry): NewTopic {
  const about = proposed ? '镇街提请联席会议研究。' : '领单期限已过，无人领单，提请会议研究。';
  return { ...PLAIN, title: `点单${number}（${category}）`, about, minutes: 10, source: 'CARRIED_ORDER', orderId: id };
}

interface Deferred {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
}

const again = ({ id, title, about, minutes }: Deferred): NewTopic => ({
  ...{ ...PLAIN, title, about, minutes, source: 'CARRIED_TOPIC', deferredId: id },
});

// What another meeting of the alliance has before it already waits there.
const WAITING = `
  WITH live AS (
    SELECT t.order_id, t.deferred_id, t.meeting_id FROM meeting_topic t JOIN joint_meeting m ON m.id = t.meeting_id
    WHERE m.alliance_id = $2 AND m.state <> 'CANCELLED' AND t.withdrawn_at IS NULL)
  SELECT (SELECT count(*) FROM meeting_topic WHERE meeting_id = $1)::integer AS count,
    array(SELECT t.order_id FROM live t JOIN joint_meeting m ON m.id = t.meeting_id
      WHERE t.order_id IS NOT NULL AND (m.id = $1 OR m.state IN ('TOPICS_OPEN', 'NOTICED', 'IN_SESSION'))) AS "busyOrders",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'about', d.about, 'minutes', d.minutes) ORDER BY d.id), '[]')
      FROM meeting_topic d JOIN joint_meeting m ON m.id = d.meeting_id
      WHERE m.alliance_id = $2 AND m.id <> $1 AND m.adjourned_at IS NOT NULL AND d.outcome = 'DEFER'
        AND NOT EXISTS (SELECT FROM live l WHERE l.deferred_id = d.id)) AS deferred`;

interface Waiting {
  readonly count: number;
  readonly busyOrders: readonly string[];
  readonly deferred: readonly Deferred[];
}

async function waitingFor({ id, allianceId }: Carrying, { rows }: Transaction): Promise<Waiting> {
  const [waiting] = await rows<Waiting>('waiting-for-meeting', WAITING, [id, allianceId]);
  return waiting!;
}
