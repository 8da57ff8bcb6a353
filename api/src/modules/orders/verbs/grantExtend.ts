import { line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { finishClock } from '../order.plan.ts';
import { orderReasons } from '../order.reasons.ts';
import { sayTime } from '../../../kernel/said-time.ts';

export const grantExtend = orderVerb('grantExtend', {
  label: '同意延期',
  about: 'The end of the work is moved.',
  input: { remark: optional(line('审批意见', 'A word to the unit.', { max: 200 })) },
  async effect({ row, input, transaction }) {
    const until = row.extendTo!;
    // While the order rested, its end may have moved past what was asked for.
    const { dueAt } = await finishClock(row.id, transaction);
    if (until <= dueAt) orderReasons.refuse('ORDER_EXTEND_NOT_LATER', { values: { due: sayTime(dueAt) } });
    row.extendCount += 1;
    row.extendTo = null;
    return { clocks: { finish: until }, data: { until, text: input.remark } };
  },
});
