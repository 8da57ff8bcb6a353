import { runningClocks } from '../../platform/process/clocks.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

const ANSWER = `UPDATE order_share SET state = $3, answered_at = $4 WHERE order_id = $1 AND unit_id = $2 AND state = 'INVITED' RETURNING 1`;

interface Answer {
  readonly unitId: string;
  readonly state: 'ACCEPTED' | 'DECLINED';
}

/** Keeps what an invited unit answered; each answers once. */
export async function answerShare(row: OrderRow, { unitId, state }: Answer, transaction: Transaction): Promise<void> {
  const answered = await transaction.rows('answer-share', ANSWER, [row.id, unitId, state, transaction.now]);
  if (answered.length === 0) orderReasons.refuse('ORDER_ALREADY_SHARED');
  row.sharesOpen = Math.max(row.sharesOpen - 1, 0);
}

/** The time that the other invited units still have: an answer of one gives the others no more. */
export async function shareClock(row: OrderRow, transaction: Transaction): Promise<{ readonly acceptShare?: Date }> {
  const clock = (await runningClocks(row.id, transaction)).find(({ action }) => action === 'acceptShare');
  return clock ? { acceptShare: clock.dueAt } : {};
}
