import { line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const grantSuspend = orderVerb('grantSuspend', {
  label: '同意挂账',
  about: 'The order rests; its clock stands still.',
  input: { remark: optional(line('审批意见', 'A word to the unit.', { max: 200 })) },
  effect({ row, input, now }) {
    // A decision that came after the day that was asked for: it is looked at again at once.
    if (row.suspendedUntil && row.suspendedUntil <= now) row.suspendedUntil = now;
    return { data: { until: row.suspendedUntil, text: input.remark } };
  },
});
