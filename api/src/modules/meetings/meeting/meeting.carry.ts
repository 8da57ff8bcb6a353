import type { Transaction } from '../../../platform/process/transaction.ts';
import { ordersToCarry } from '../../orders/index.ts';
import { needsToCarry } from '../../projects/index.ts';
import { resolutionsToCarry } from '../resolution/resolution.carried.ts';
import type { MeetingRow } from './meeting.row.ts';
import { addTopics, MOST_TOPICS, PLAIN, type NewTopic } from './meeting.topics.ts';

/** Of a meeting, what it takes to know what comes before it. */
type Carrying = Pick<MeetingRow, 'id' | 'allianceId' | 'convenerCode'>;

// Two meetings of an alliance that carry at once would each take what the other does not show yet; asked first, in the same trip.
const IN_LINE = 'SELECT pg_advisory_xact_lock(37, hashtext($1))';

/** What is carried over unasked leaves room for what people propose. */
const MOST_CARRIED = MOST_TOPICS - 40;

/**
 * Puts on the agenda what is open: resolutions, what the last meetings deferred, orders that nobody claims or that were put before the
 * meeting, needs that nobody meets. Nothing twice. Returns how many items are new.
 */
export async function carry(meeting: Carrying, transaction: Transaction): Promise<number> {
  const { allianceId, convenerCode } = meeting;
  const [, { count, deferred, busy }, resolutions, orders, needs] = await Promise.all([
    transaction.rows('carry-in-line', IN_LINE, [allianceId]),
    waitingFor(meeting, transaction),
    resolutionsToCarry(transaction, allianceId),
    ordersToCarry(transaction, convenerCode),
    needsToCarry(transaction, convenerCode),
  ]);
  const free = <T extends { readonly id: string }>(found: readonly T[]) => found.filter(({ id }) => !busy.includes(id));
  const topics = [
    ...free(resolutions).map(ofResolution),
    ...deferred.map(again),
    ...free(orders).map(ofOrder),
    ...free(needs).map(ofNeed),
  ];
  const room = Math.max(0, MOST_CARRIED - count);
  const added = await addTopics(meeting.id, topics.slice(0, room), transaction);
  return added.length;
}

const MINUTES = 10;

type Found<F extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>[number];

const ofResolution = ({ id, title, about }: Found<typeof resolutionsToCarry>): NewTopic => ({
  ...{ ...PLAIN, title, about, minutes: MINUTES, source: 'CARRIED_RESOLUTION', resolutionId: id },
});

/** The words of an order are not for every unit: the agenda names its number and category. */
function ofOrder({ id, number, category, proposed }: Found<typeof ordersToCarry>): NewTopic {
  const about = proposed ? '镇街提请联席会议研究。' : '领单期限已过，无人领单，提请会议研究。';
  const title = `点单${number}（${category}）`;
  return { ...PLAIN, title, about, minutes: MINUTES, source: 'CARRIED_ORDER', orderId: id };
}

/** What only insiders may read of a need is named by its category. */
function ofNeed({ id, title: words, category }: Found<typeof needsToCarry>): NewTopic {
  const title = `需求：${words ?? category}`;
  const about = '暂无单位能够满足，提请会议研究。';
  return { ...PLAIN, title, about, minutes: MINUTES, source: 'CARRIED_NEED', needId: id };
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
    SELECT m.id, m.state, t.deferred_id, coalesce(t.order_id, t.resolution_id, t.need_id) AS carried
    FROM meeting_topic t JOIN joint_meeting m ON m.id = t.meeting_id
    WHERE m.alliance_id = $2 AND m.state <> 'CANCELLED' AND t.withdrawn_at IS NULL)
  SELECT (SELECT count(*) FROM meeting_topic WHERE meeting_id = $1)::integer AS count,
    array(SELECT carried FROM live WHERE carried IS NOT NULL
      AND (id = $1 OR state IN ('TOPICS_OPEN', 'NOTICED', 'IN_SESSION'))) AS busy,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'about', d.about, 'minutes', d.minutes) ORDER BY d.id), '[]')
      FROM meeting_topic d JOIN joint_meeting m ON m.id = d.meeting_id
      WHERE m.alliance_id = $2 AND m.id <> $1 AND m.adjourned_at IS NOT NULL AND d.outcome = 'DEFER'
        AND d.source IN ('PROPOSED', 'CARRIED_TOPIC')
        AND NOT EXISTS (SELECT FROM live l WHERE l.deferred_id = d.id)) AS deferred`;

interface Waiting {
  readonly count: number;
  /** Orders, resolutions and needs that wait in some meeting. */
  readonly busy: readonly string[];
  readonly deferred: readonly Deferred[];
}

async function waitingFor({ id, allianceId }: Carrying, { rows }: Transaction): Promise<Waiting> {
  const [waiting] = await rows<Waiting>('waiting-for-meeting', WAITING, [id, allianceId]);
  return waiting!;
}
