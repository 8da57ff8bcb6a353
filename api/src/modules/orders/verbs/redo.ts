import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const redo = orderVerb('redo', {
  label: '责令重办',
  about: 'The same unit must do it again.',
  input: { reason: reason('What must be done.', '重办要求') },
  effect({ row, input }) {
    row.round += 1;
    row.reworkCount += 1;
    return { reason: input.reason };
  },
});
