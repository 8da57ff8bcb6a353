import type { Viewer } from '../../kernel/viewer.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

/** Days after closing off within which a relapse reopens the same number. */
const WINDOW = { resident: 30, street: 180 } as const;
const DAY = 86_400_000;

export function refuseTooLate(row: OrderRow, viewer: Viewer, now: Date): void {
  const days = viewer.post?.role === 'STREET_REVIEWER' ? WINDOW.street : WINDOW.resident;
  if (now.getTime() - row.clearedAt!.getTime() > days * DAY)
    orderReasons.refuse('ORDER_REOPEN_LATE', { values: { days } });
}

/** The same number, one round more; what the last round counted begins anew. */
export function startReopened(row: OrderRow): void {
  row.round += 1;
  Object.assign(row, {
    clearedAt: null,
    closing: null,
    reworkCount: 0,
    extendCount: 0,
    releaseCount: 0,
    unclaimedAt: null,
    supervisedAt: null,
    plannedStart: null,
    plannedFinish: null,
    finishBy: null,
    callBack: false,
  });
}
