import { instant, reason } from '../../../kernel/field.ts';
import { all, atLeast, isEmpty, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { finishClock } from '../order.plan.ts';
import { orderReasons } from '../order.reasons.ts';
import { sayTime } from '../../../kernel/said-time.ts';

const MOST = 2;
const MINUTE = 60_000;

/** 延期: for at most as long as the unit had at first; a second time the committee of the street decides, a third there is not. */
export const requestExtend = orderVerb('requestExtend', {
  label: '申请延期',
  about: 'The unit asks for a later end.',
  offered: all(isEmpty('extendTo'), not(atLeast('extendCount', MOST))),
  input: { until: instant('延期至', 'The new end.'), reason: reason('Why more time is needed.') },
  async effect({ row, input, transaction }) {
    if (row.extendTo) orderReasons.refuse('ORDER_EXTEND_PENDING');
    if (row.extendCount >= MOST) orderReasons.refuse('ORDER_EXTEND_USED');
    const { dueAt, startedAt } = await finishClock(row.id, transaction);
    const path = ['input', 'until'];
    if (input.until <= dueAt) orderReasons.refuse('ORDER_EXTEND_NOT_LATER', { path, values: { due: sayTime(dueAt) } });
    // What was granted before does not make the next one longer.
    const length = row.extendCount === 0 ? dueAt.getTime() - startedAt.getTime() : row.finishMinutes! * MINUTE;
    const latest = new Date(dueAt.getTime() + length);
    if (input.until > latest)
      orderReasons.refuse('ORDER_EXTEND_TOO_LONG', { path, values: { latest: sayTime(latest) } });
    Object.assign(row, { extendTo: input.until, finishMinutes: Math.ceil(length / MINUTE) });
    return { reason: input.reason, data: { from: dueAt, until: input.until } };
  },
});
