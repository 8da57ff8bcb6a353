import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const refuseExtend = orderVerb('refuseExtend', {
  label: '不同意延期',
  about: 'The end of the work stays.',
  input: { reason: reason('Why not.') },
  effect({ row, input }) {
    const asked = row.extendTo;
    row.extendTo = null;
    return { reason: input.reason, data: { asked } };
  },
});
