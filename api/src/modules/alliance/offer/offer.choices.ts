import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

/** What can be given, and asked for: offers and needs speak of the same kinds. */
export const resourceKind = defineChoice('ResourceKind', '资源类型 — What can be given, and asked for.', {
  VENUE: ['场地', 'A room, a yard, a hall.'],
  SKILL: ['技能', 'Somebody who knows how: a teacher, a lawyer, a doctor.'],
  PEOPLE: ['人员', 'Hands: volunteers, staff on call.'],
  GOODS: ['物资', 'Things that are lent.'],
  FUNDS_IN_KIND: ['实物资助', 'Things that are given instead of money.'],
  SERVICE: ['服务', 'Something that is done for people.'],
});
export type ResourceKind = KeyOf<typeof resourceKind>;

/** How an offer stands at present: its state, and while it can be booked, what is booked of it. */
export const offerStatus = defineChoice('ResourceOfferStatus', '目前情况 — How an offer stands at present.', {
  OFFERED: ['待核实', 'Waits for the office of its place.'],
  AVAILABLE: ['空闲', 'Nobody has booked it.'],
  RESERVED: ['已有预约', 'Booked for a time to come.'],
  IN_USE: ['使用中', 'Somebody uses it, or a part of it.'],
  PAUSED: ['已暂停', 'Not to be had for the time being.'],
  WITHDRAWN: ['已撤回', 'No longer offered.'],
});

export const weekday = defineChoice('Weekday', '星期 — A day of the week.', {
  MONDAY: ['星期一', 'Monday.'],
  TUESDAY: ['星期二', 'Tuesday.'],
  WEDNESDAY: ['星期三', 'Wednesday.'],
  THURSDAY: ['星期四', 'Thursday.'],
  FRIDAY: ['星期五', 'Friday.'],
  SATURDAY: ['星期六', 'Saturday.'],
  SUNDAY: ['星期日', 'Sunday.'],
});
export type Weekday = KeyOf<typeof weekday>;

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export const numberOfWeekday = (day: Weekday): number => weekday.keys.indexOf(day) + 1;
