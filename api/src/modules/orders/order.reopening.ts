import { isRelapse, RELAPSE_DAYS } from '../../kernel/closing.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

/** Days after closing off within which a relapse reopens the same number. */
const WINDOW = { resident: 30, street: RELAPSE_DAYS } as const;

export function refuseTooLate(row: OrderRow, viewer: Viewer, now: Date): void {
  const days = viewer.post?.role === 'STREET_REVIEWER' ? WINDOW.street : WINDOW.resident;
  if (!isRelapse(row.clearedAt!, now, days)) orderReasons.refuse('ORDER_REOPEN_LATE', { values: { days } });
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
