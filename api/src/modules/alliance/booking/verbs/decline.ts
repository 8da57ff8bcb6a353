import { reason } from '../../../../kernel/field.ts';
import { sayTime } from '../../../../kernel/said-time.ts';
import { bookingVerb } from '../booking.case.ts';
import { bookingReasons } from '../booking.reasons.ts';

export const decline = bookingVerb('decline', {
  label: '谢绝',
  about: 'The unit cannot give it at that time; within two working days of the booking, and before it begins.',
  input: { reason: reason('Why it cannot be had.') },
  effect({ row, input, now }) {
    if (now > row.declineUntil)
      bookingReasons.refuse('BOOKING_DECLINE_LATE', { values: { until: sayTime(row.declineUntil) } });
    return { reason: input.reason };
  },
});
