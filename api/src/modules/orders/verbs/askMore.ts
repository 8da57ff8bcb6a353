import { orderVerb } from '../order.case.ts';
import { textField } from '../order.input.ts';

export const askMore = orderVerb('askMore', {
  label: '要求补充',
  about: 'The reviewer asks the resident for what is missing.',
  input: { question: textField('问题', 'What must be added.', 500) },
  // Who asks is in the event: `reviewerId` goes on naming whoever rejected, so that an appeal stays with somebody else.
  effect({ row, input }) {
    row.question = input.question;
    return { data: { text: input.question } };
  },
});
