import { orderVerb } from '../order.case.ts';

export const lapse = orderVerb('lapse', {
  label: '未补充退回审单',
  about: 'The resident did not answer in time; the order goes back to the reviewer as it is.',
  effect: ({ row }) => ({ data: { text: '未补充', question: row.question } }),
});
