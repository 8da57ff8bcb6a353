import { sayTime } from '../../../../kernel/said-time.ts';
import { ROLES, unitOf, type Viewer } from '../../../../kernel/viewer.ts';
import type { Transaction } from '../../../../platform/process/transaction.ts';
import { orderBelongsTo } from '../../../orders/index.ts';
import { meetingVerb } from '../meeting.case.ts';
import { topicFields } from '../meeting.input.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import type { MeetingRow } from '../meeting.row.ts';
import { addTopics, MOST_TOPICS, PLAIN } from '../meeting.topics.ts';

const USUAL_MINUTES = 10;

export const proposeTopic = meetingVerb('proposeTopic', {
  label: '提出议题',
  about: 'Brings an item before the meeting; officials may name the order that it is about.',
  input: topicFields,
  async effect({ row, input, viewer, now, transaction }) {
    const { title, about, minutes, orderId } = input;
    if (now > row.topicsUntil && !convenes(viewer, row))
      meetingReasons.refuse('MEETING_TOPICS_CLOSED', { values: { time: sayTime(row.topicsUntil) } });
    if (orderId) await refuseForeign(orderId, row, viewer, transaction);
    const proposer = { proposerId: viewer.personId!, proposerUnitId: unitOf(viewer) };
    const topic = { ...PLAIN, ...proposer, title, about, minutes: minutes ?? USUAL_MINUTES, orderId };
    const added = await addTopics(row.id, [{ ...topic, source: 'PROPOSED' }], transaction);
    if (added.length === 0) await refuseNotAdded(row.id, title, transaction);
    return { data: { topicId: added[0], title } };
  },
});

/** Whoever convenes answers for the agenda until it is locked. */
const convenes = ({ post }: Viewer, { convenerCode }: MeetingRow) =>
  post?.scope === convenerCode && ['COMMUNITY_SECRETARY', 'STREET_COMMITTEE'].includes(post.role);

/** Only officials know of every order of their place. */
async function refuseForeign(orderId: string, row: MeetingRow, viewer: Viewer, transaction: Transaction) {
  const official = viewer.post !== null && ROLES[viewer.post.role].level !== 'unit' && viewer.post.role !== 'COMMITTEE_MEMBER';
  if (official && (await orderBelongsTo(transaction, orderId, row.convenerCode))) return;
  meetingReasons.refuse('MEETING_ORDER_UNKNOWN', { path: ['input', 'orderId'] });
} // prettier-ignore

/** Either the order is on the agenda already, or there is no room. */
async function refuseNotAdded(meetingId: string, title: string, { rows }: Transaction): Promise<never> {
  const text = 'SELECT count(*)::integer AS count FROM meeting_topic WHERE meeting_id = $1';
  const [found] = await rows<{ count: number }>('count-topics', text, [meetingId]);
  if (found!.count >= MOST_TOPICS) return meetingReasons.refuse('MEETING_TOPICS_FULL');
  return meetingReasons.refuse('MEETING_TOPIC_TWICE', { path: ['input', 'orderId'], values: { title } });
}
