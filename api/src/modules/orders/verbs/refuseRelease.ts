import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const refuseRelease = orderVerb('refuseRelease', {
  label: '不同意退单',
  about: 'The unit keeps the order.',
  input: { reason: reason('Why the unit must do it.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
