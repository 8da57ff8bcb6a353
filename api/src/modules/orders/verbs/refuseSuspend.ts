import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const refuseSuspend = orderVerb('refuseSuspend', {
  label: '不同意挂账',
  about: 'The work goes on.',
  input: { reason: reason('Why not.') },
  effect({ row, input }) {
    row.suspendedUntil = null;
    return { reason: input.reason };
  },
});
