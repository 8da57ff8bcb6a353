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

interface Live {
  readonly bookingState: string | null;
  readonly project: string | null;
}

const LIVE = `
  SELECT b.state AS "bookingState", p.title AS project FROM need_match m LEFT JOIN booking b ON b.id = m.booking_id
  LEFT JOIN project p ON p.id = m.project_id WHERE m.need_id = $1 AND m.ended_at IS NULL`;

/** How what answers the need stands at present. */
export async function liveMatch({ id }: { readonly id: string }, { rows }: Transaction): Promise<Live> {
  const [live] = await rows<Live>('live-match', LIVE, [id]);
  return live ?? { bookingState: null, project: null };
}
