import { isEmpty, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { textField } from '../order.input.ts';
import { orderReasons } from '../order.reasons.ts';

export const replySupervision = orderVerb('replySupervision', {
  label: '答复督办',
  about: 'Answers what supervision asked.',
  offered: not(isEmpty('supervisedAt')),
  input: { text: textField('答复', 'The answer.') },
  effect({ row, input }) {
    if (!row.supervisedAt) orderReasons.refuse('ORDER_NO_SUPERVISION');
    row.supervisedAt = null;
    return { data: { text: input.text } };
  },
});
