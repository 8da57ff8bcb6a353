import { dayOf } from '../../kernel/calendar.ts';
import { instant, type InputOf } from '../../kernel/field.ts';
import { runningClocks, type ClockRow } from '../../platform/process/clocks.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { finishClockOf } from './order.case.ts';
import { refusePast } from './order.input.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';
import { sayTime } from '../../kernel/said-time.ts';

/** When the unit means to do it. */
export const planFields = {
  plannedStart: instant('计划开始', 'When the unit begins.'),
  plannedFinish: instant('计划完成', 'When the unit will be done; not after the limit.'),
} as const;

/** Keeps the plan of a claim. Refuses one that begins before today, ends in the past, before it begins, or after the limit that runs from now. */
export function applyPlan(
  row: OrderRow,
  { plannedStart, plannedFinish }: InputOf<typeof planFields>,
  transaction: Transaction,
): void {
  refusePast(plannedFinish, 'plannedFinish', transaction.now);
  if (plannedFinish <= plannedStart) orderReasons.refuse('ORDER_PLAN_ORDER', { path: ['input', 'plannedFinish'] });
  if (dayOf(plannedStart) < dayOf(transaction.now))
    orderReasons.refuse('ORDER_PLAN_PAST', { path: ['input', 'plannedStart'] });
  const due = finishClockOf({ ...row, reworkCount: 0 }, transaction);
  if (plannedFinish > due)
    orderReasons.refuse('ORDER_PLAN_LATE', { path: ['input', 'plannedFinish'], values: { due: sayTime(due) } });
  Object.assign(row, { plannedStart, plannedFinish });
}

/** The running clock of the unit's work. */
export async function finishClock(orderId: string, transaction: Transaction): Promise<ClockRow> {
  const clocks = await runningClocks(orderId, transaction);
  return clocks.find(({ action }) => action === 'finish')!;
}
