import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

export const AppointmentRecordKind = defineChoice('AppointmentRecordKind', '履职类别 — What was done in office.', {
  CONSULT: ['会商', 'A matter was talked over.'],
  REPORT: ['通报', 'The other side was informed.'],
  DISPATCH: ['调度', 'Work was set going or moved along.'],
});
export type AppointmentRecordKind = KeyOf<typeof AppointmentRecordKind>;

export const AppointmentSide = defineChoice('AppointmentSide', '评议方 — Which side speaks.', {
  BODY: ['任职组织', 'The body in which the seat is.'],
  HOME: ['派出单位', 'Whoever sent the person.'],
});
export type AppointmentSide = KeyOf<typeof AppointmentSide>;

export const AppointmentEnd = defineChoice('AppointmentEnd', '离任原因 — How a term came to its end.', {
  RESIGNED: ['本人辞任', 'The person laid it down.'],
  TRANSFERRED: ['工作调离', 'The person left the home unit.'],
  RECALLED: ['派出单位撤回', 'Whoever sent the person took them back.'],
  REMOVED: ['免职', 'The street’s party committee removed the person.'],
  EXPIRED: ['任期届满', 'The term was over.'],
});
export type AppointmentEnd = KeyOf<typeof AppointmentEnd>;

export const AppointmentSort = defineChoice('AppointmentSort', '排序 — In which order appointments are listed.', {
  NEWEST: ['最新', 'The last opened first.'],
  DUE_FIRST: ['最急', 'What is due soonest first.'],
  ENDING_FIRST: ['最早届满', 'The term that ends soonest first.'],
});
