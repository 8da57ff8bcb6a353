import type { Transaction } from '../../../platform/process/transaction.ts';
import { newId } from '../../../platform/identifier.ts';
import { needReasons } from './need.reasons.ts';
import type { NeedRow } from './need.row.ts';

/** What answers a need: exactly one of a booking, an order and a project. */
export interface Answer {
  readonly bookingId?: string;
  readonly orderId?: string;
}

export interface Candidate {
  readonly offerId: string;
  readonly unitId: string;
  readonly title: string;
  readonly score: number;
  readonly facts: unknown;
}

const CANDIDATE = `
  SELECT c.offer_id AS "offerId", c.unit_id AS "unitId", o.title, c.score, c.facts
  FROM need_candidate c JOIN resource_offer o ON o.id = c.offer_id WHERE c.need_id = $1 AND c.offer_id = $2`;

/** An offer that could answer the need now, and how well. Refuses any other. */
export async function candidateFor(row: NeedRow, offerId: string, transaction: Transaction): Promise<Candidate> {
  const [found] = await transaction.rows<Candidate>('candidate-for-need', CANDIDATE, [row.id, offerId]);
  return found ?? needReasons.refuse('NEED_OFFER_UNFIT', { path: ['input', 'offerId'] });
}

const KEEP = `
  INSERT INTO need_match (id, need_id, unit_id, offer_id, booking_id, order_id, score, facts, person_id, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`;

/** Keeps what was accepted, and why it was found fitting. */
export function keepMatch(
  row: NeedRow,
  { candidate, answer, personId }: { candidate: Candidate; answer: Answer; personId: string | null },
  { later, now }: Transaction,
): void {
  const { offerId, unitId, score, facts } = candidate;
  const given = [answer.bookingId ?? null, answer.orderId ?? null];
  const values = [newId(now), row.id, unitId, offerId, ...given, score, JSON.stringify(facts), personId, now];
  later({ name: 'keep-match', text: KEEP, values });
}

const END = 'UPDATE need_match SET ended_at = $2 WHERE need_id = $1 AND ended_at IS NULL';

/** What was accepted does not answer the need any more. */
export function endMatch(row: NeedRow, { later, now }: Transaction): void {
  later({ name: 'end-match', text: END, values: [row.id, now] });
  Object.assign(row, { giverUnitId: null, matchedUntil: null });
}

/** How what answers a need stands at present; all null where nothing does. */
interface Live {
  readonly booking: string | null;
  readonly order: string | null;
  /** Title of the project. */
  readonly project: string | null;
}

const LIVE = `
  SELECT b.state AS booking, o.state AS "order", p.title AS project FROM need_match m LEFT JOIN booking b ON b.id = m.booking_id
  LEFT JOIN orders o ON o.id = m.order_id LEFT JOIN project p ON p.id = m.project_id WHERE m.need_id = $1 AND m.ended_at IS NULL`;

export async function liveMatch({ id }: { readonly id: string }, { rows }: Transaction): Promise<Live> {
  const [live] = await rows<Live>('live-match', LIVE, [id]);
  return live ?? { booking: null, order: null, project: null };
}

const USED = ['IN_USE', 'RETURNED'];
const HELD = ['RESERVED', 'IN_USE'];
const DONE = ['AWAITING_RATING', 'CLEARED'];
const OVER = ['WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED'];

/** What a project gives is appraised with the project. */
function refuseOfProject({ project }: Live): void {
  if (project !== null) needReasons.refuse('NEED_OF_PROJECT', { values: { title: project } });
}

/** Nobody has it before it was used, or done. */
export function refuseUnused(live: Live): void {
  refuseOfProject(live);
  if (live.booking !== null && !USED.includes(live.booking)) needReasons.refuse('NEED_BOOKING_UNUSED');
  if (live.order !== null && !DONE.includes(live.order)) needReasons.refuse('NEED_ORDER_OPEN');
}

/** Nothing else is looked for while somebody counts upon what was accepted. */
export function refuseLive(live: Live): void {
  refuseOfProject(live);
  if (live.booking !== null && HELD.includes(live.booking)) needReasons.refuse('NEED_BOOKING_LIVE');
  if (live.order !== null && !OVER.includes(live.order)) needReasons.refuse('NEED_ORDER_LIVE');
}
