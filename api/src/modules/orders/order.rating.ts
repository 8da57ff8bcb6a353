import type { Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { refuseInvolved } from './order.checker.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

interface Voice {
  readonly id: string;
  readonly ordererId: string | null;
  readonly entererId: string;
  readonly onBehalf: boolean;
  readonly rated: boolean;
}

// The order itself and those merged into it: everybody who asked is asked.
const VOICES = `
  SELECT o.id, o.orderer_id AS "ordererId", o.enterer_id AS "entererId", o.on_behalf AS "onBehalf",
    EXISTS (SELECT 1 FROM order_rating r WHERE r.order_id = $1 AND r.round = $2 AND r.voice_id = o.id) AS rated
  FROM orders o WHERE o.id = $1 OR o.master_id = $1 ORDER BY o.id`;

const RATE = `
  INSERT INTO order_rating (order_id, round, voice_id, person_id, satisfied, score, text, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

export interface Rating {
  readonly viewer: Viewer;
  readonly satisfied: boolean;
  readonly score: number | null;
  readonly text: string | null;
}

/** Records the viewer's word for every request of theirs in this order. Returns how many voices are still missing. */
export async function recordRating(
  row: OrderRow,
  rating: Rating,
  transaction: Transaction,
): Promise<{ missing: number }> {
  const { viewer, satisfied, score, text } = rating;
  await refuseInvolved(row, viewer, transaction, 'ORDER_RATER_INVOLVED');
  const voices = await readVoices(row, transaction);
  const mine = voices.filter((voice) => speaksFor(viewer, voice));
  if (mine.length === 0) orderReasons.refuse('ORDER_RATING_NOT_YOURS');
  const open = mine.filter((voice) => !voice.rated);
  if (open.length === 0) orderReasons.refuse('ORDER_ALREADY_RATED');
  for (const { id } of open)
    await transaction.rows('rate-order', RATE, [
      row.id,
      row.round,
      id,
      viewer.personId,
      satisfied,
      score,
      text,
      transaction.now,
    ]);
  return { missing: voices.filter((voice) => !voice.rated && !open.includes(voice)).length };
}

/** How many said something in this round, and how many did not. */
export async function voicesOf(row: OrderRow, transaction: Transaction): Promise<{ given: number; missing: number }> {
  const voices = await readVoices(row, transaction);
  const given = voices.filter((voice) => voice.rated).length;
  return { given, missing: voices.length - given };
}

function readVoices(row: OrderRow, transaction: Transaction): Promise<Voice[]> {
  return transaction.rows<Voice>('voices-of-order', VOICES, [row.id, row.round]);
}

/** A resident speaks for themselves; whoever took the order down passes on what the resident said. */
function speaksFor({ personId, post }: Viewer, voice: Voice): boolean {
  return post?.role === 'RESIDENT' ? voice.ordererId === personId : voice.onBehalf && voice.entererId === personId;
}
