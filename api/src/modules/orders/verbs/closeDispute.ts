import { paragraph } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { clearingSerial } from '../order.number.ts';

export const closeDispute = orderVerb('closeDispute', {
  label: '争议结案',
  about: 'The street closes the order off with a public explanation; both statements stay in the record.',
  input: {
    explanation: paragraph('公开说明', 'Told to the resident and shown to the public.', { min: 20, max: 2000 }),
  },
  async effect({ row, input, now, transaction }) {
    row.serial = await clearingSerial(row, transaction);
    Object.assign(row, { closing: 'DISPUTE_CLOSED', clearedAt: now });
    return { reason: input.explanation, data: { serial: row.serial } };
  },
});
