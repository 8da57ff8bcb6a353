import { orderVerb } from '../order.case.ts';
import { textField } from '../order.input.ts';

export const supervise = orderVerb('supervise', {
  label: '督办',
  about: 'Supervision asks for an answer within one working day.',
  input: { text: textField('督办要求', 'What must be answered or done.', 500) },
  effect({ row, input, now }) {
    row.supervisedAt = now;
    return { data: { text: input.text } };
  },
});
