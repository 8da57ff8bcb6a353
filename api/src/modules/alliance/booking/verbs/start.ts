import { bookingVerb } from '../booking.case.ts';

export const start = bookingVerb('start', {
  label: '开始使用',
  about: 'The time of the booking has come.',
  effect: () => undefined,
});
