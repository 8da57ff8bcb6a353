import { orderVerb } from '../order.case.ts';
import { textField } from '../order.input.ts';

export const askMore = orderVerb('askMore', {
  label: '要求补充',
  about: 'The reviewer asks the resident for what is missing.',
  input: { question: textField('问题', 'What must be added.', 500) },
  effect({ row, input, viewer }) {
    row.question = input.question;
    row.reviewerId = viewer.personId;
    return { data: { text: input.question } };
  },
});
