import { days } from '../../../kernel/limit.ts';
import { CLOCK, defineProcess, type ActionOf, type RelationOf, type StateOf } from '../../../kernel/process.ts';

/** How long something can be booked, and how long beforehand. */
export const LONGEST_DAYS = 30;
export const AHEAD_DAYS = 90;

/** 资源预约: an offer is held for a time, used, and given back. Where it begins and ends is said by the booking itself. */
// prettier-ignore
export const bookingProcess = defineProcess({
  noun: 'booking',
  label: '资源预约',
  about: 'A member or an office books an offer for a time; it is used and given back.',
  initial: 'RESERVED',
  ends: ['RETURNED', 'DECLINED', 'CANCELLED'],
  // What runs is the time of the booking: nobody is late.
  waits: ['RESERVED', 'IN_USE'],
  states: {
    RESERVED:  ['已预约', 'Held for a time to come.'],
    IN_USE:    ['使用中', 'The time has begun.'],
    RETURNED:  ['已归还', 'The time is over, or it was given back before.'],
    DECLINED:  ['已谢绝', 'The unit could not give it.'],
    CANCELLED: ['已取消', 'Whoever booked it does not need it.'],
  },
  who: {
    OFFERING_UNIT: ['提供单位', 'unit'],
    BOOKER:        ['预约方', 'unit'],
    OVERSEER:      ['属地社区或镇街', 'community'],
  },
  steps: [
    // from       action         who                          to           within
    ['RESERVED',  'decline',     'OFFERING_UNIT',             'DECLINED'],
    ['RESERVED',  'cancel',      ['BOOKER', 'OVERSEER'],      'CANCELLED'],
    ['RESERVED',  'start',       CLOCK,                       'IN_USE',    days(AHEAD_DAYS)],
    ['IN_USE',    'returnEarly', ['BOOKER', 'OFFERING_UNIT'], 'RETURNED'],
    ['IN_USE',    'finish',      CLOCK,                       'RETURNED',  days(LONGEST_DAYS)],
  ],
});

export type BookingState = StateOf<typeof bookingProcess>;
export type BookingAction = ActionOf<typeof bookingProcess>;
export type BookingRelation = RelationOf<typeof bookingProcess>;
