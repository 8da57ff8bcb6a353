import { reason } from '../../../../kernel/field.ts';
import { offerVerb } from '../offer.case.ts';

export const pause = offerVerb('pause', {
  label: '暂停',
  about: 'Cannot be booked for the time being. Bookings that were made stay.',
  input: { reason: reason('Why, and until when.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
