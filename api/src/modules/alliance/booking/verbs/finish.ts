import { bookingVerb } from '../booking.case.ts';

export const finish = bookingVerb('finish', {
  label: '到期归还',
  about: 'The time of the booking is over.',
  effect({ row, now }) {
    row.returnedAt = now;
  },
});
