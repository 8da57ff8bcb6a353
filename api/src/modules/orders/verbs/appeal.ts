import { reason } from '../../../kernel/field.ts';
import { isTrue, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { orderReasons } from '../order.reasons.ts';

/** One appeal within five working days; somebody else than whoever rejected reviews again (order.policy.ts). */
export const appeal = orderVerb('appeal', {
  label: '申诉',
  about: 'The resident asks for another reviewer, once, within five working days.',
  offered: not(isTrue('appealed')),
  input: { reason: reason('Why the decision is wrong.', '申诉理由') },
  effect({ row, input, now, transaction }) {
    if (row.appealed) orderReasons.refuse('ORDER_APPEAL_USED');
    const until = transaction.calendar.due(row.enteredAt, { unit: 'workdays', count: 5 }).due;
    if (now > until) orderReasons.refuse('ORDER_APPEAL_LATE');
    row.appealed = true;
    return { reason: input.reason, data: { rejectedBy: row.reviewerId } };
  },
});
