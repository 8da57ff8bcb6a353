import type { NoticeRules } from '../../../kernel/notice.ts';

// The event names both units: of the offer and of the booking; whoever booked is named as a person.
export const bookingNotices: NoticeRules = {
  create: { kind: 'NEW', to: ['UNITS'] },
  decline: { kind: 'DECIDED', to: ['UNITS', 'PERSONS'] },
  cancel: { kind: 'CHANGED', to: ['UNITS', 'PERSONS'] },
  returnEarly: { kind: 'CHANGED', to: ['UNITS', 'PERSONS'] },
  deadlineNear: { kind: 'DUE', to: ['UNITS', 'PERSONS'] },
  finish: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
};
