import { paragraph } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { closeOrder } from '../order.closing.ts';

export const closeDispute = orderVerb('closeDispute', {
  label: '争议结案',
  about: 'The street closes the order off with a public explanation; both statements stay in the record.',
  input: {
    explanation: paragraph('公开说明', 'Told to the resident and shown to the public.', { min: 20, max: 2000 }),
  },
  async effect({ row, input, viewer, transaction }) {
    const { explanation } = input;
    await closeOrder(row, { closing: 'DISPUTE_CLOSED', voice: 'HEARD', explanation }, viewer, transaction);
    return { reason: input.explanation, data: { serial: row.serial } };
  },
});
