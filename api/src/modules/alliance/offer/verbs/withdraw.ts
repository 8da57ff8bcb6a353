import { reason } from '../../../../kernel/field.ts';
import { sayTime } from '../../../../kernel/said-time.ts';
import { liveBookings } from '../offer.bookings.ts';
import { offerVerb } from '../offer.case.ts';
import { offerReasons } from '../offer.reasons.ts';

export const withdraw = offerVerb('withdraw', {
  label: '撤回资源',
  about: 'Takes the offer off the list for good, once no booking is left.',
  input: { reason: reason('Why it is no longer offered.') },
  async effect({ row, input, transaction }) {
    const { count, firstAt } = await liveBookings(row.id, transaction);
    if (firstAt) offerReasons.refuse('OFFER_HAS_BOOKINGS', { values: { count, first: sayTime(firstAt) } });
    return { reason: input.reason };
  },
});
