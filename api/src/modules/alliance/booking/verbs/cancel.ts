import { reason } from '../../../../kernel/field.ts';
import { bookingVerb } from '../booking.case.ts';

export const cancel = bookingVerb('cancel', {
  label: '取消预约',
  about: 'It is not needed after all; others can have the time.',
  input: { reason: reason('Why it is not needed.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
