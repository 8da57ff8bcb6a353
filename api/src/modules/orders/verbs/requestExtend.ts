import { instant, reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { finishClock } from '../order.plan.ts';
import { orderReasons } from '../order.reasons.ts';
import { sayTime } from '../order.words.ts';

/** 延期: once for at most the original length; a second time the committee of the street decides. */
export const requestExtend = orderVerb('requestExtend', {
  label: '申请延期',
  about: 'The unit asks for a later end.',
  input: { until: instant('延期至', 'The new end.'), reason: reason('Why more time is needed.') },
  async effect({ row, input, transaction }) {
    if (row.extendTo) orderReasons.refuse('ORDER_EXTEND_PENDING');
    const { dueAt, startedAt } = await finishClock(row.id, transaction);
    const path = ['input', 'until'];
    if (input.until <= dueAt) orderReasons.refuse('ORDER_EXTEND_NOT_LATER', { path, values: { due: sayTime(dueAt) } });
    const latest = new Date(dueAt.getTime() + (dueAt.getTime() - startedAt.getTime()));
    if (input.until > latest)
      orderReasons.refuse('ORDER_EXTEND_TOO_LONG', { path, values: { latest: sayTime(latest) } });
    row.extendTo = input.until;
    return { reason: input.reason, data: { from: dueAt, until: input.until } };
  },
});
