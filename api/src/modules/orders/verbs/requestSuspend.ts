import { instant, line, reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { refusePast } from '../order.input.ts';
import { orderReasons } from '../order.reasons.ts';
import { sayTime } from '../../../kernel/said-time.ts';

const LONGEST = { unit: 'days', count: 30 } as const;

export const requestSuspend = orderVerb('requestSuspend', {
  label: '申请挂账',
  about: 'The unit asks to let the order rest until a condition is met, thirty days at most.',
  input: {
    reason: reason('What stands in the way.', '挂账原因'),
    condition: line('恢复条件', 'What must happen first.', { min: 2, max: 200 }),
    until: instant('复查时间', 'When it is looked at again at the latest.'),
  },
  effect({ row, input, now, transaction }) {
    refusePast(input.until, 'until', now);
    const latest = transaction.calendar.due(now, LONGEST).due;
    if (input.until > latest)
      orderReasons.refuse('ORDER_SUSPEND_TOO_LONG', { path: ['input', 'until'], values: { latest: sayTime(latest) } });
    row.suspendedUntil = input.until;
    return { reason: input.reason, data: { condition: input.condition, until: input.until } };
  },
});
