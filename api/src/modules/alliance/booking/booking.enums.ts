import { enumOf } from '../../../platform/graphql/enum.ts';
import { bookingProcess } from './booking.process.ts';

export const BookingStateEnum = enumOf({
  name: 'BookingState',
  about: '预约状态 — States of the process of a booking.',
  values: bookingProcess.states,
});
