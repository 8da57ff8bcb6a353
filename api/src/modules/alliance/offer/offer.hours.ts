import { dayOf, startOfDay } from '../../../kernel/calendar.ts';
import { weekday as weekdays } from './offer.choices.ts';

/** A time of the week at which an offer is open, in minutes of the day (Asia/Shanghai). */
export interface Opening {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
}

/** When something is wanted. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const MINUTE = 60_000;

/** The day of the week of a day, 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const minutesInto = (day: string, at: Date) => (at.getTime() - startOfDay(day).getTime()) / MINUTE;

/** Lies the moment in an opening? A moment that ends something may be the end of the opening, and 24:00 belongs to the day that it ends. */
function opensAt(openings: readonly Opening[], at: Date, isEnd: boolean): boolean {
  const day = dayOf(isEnd ? new Date(at.getTime() - 1) : at);
  const minute = minutesInto(day, at);
  return openings.some(
    ({ weekday, opens, closes }) =>
      weekday === weekdayOf(day) && opens <= minute && (minute < closes || (isEnd && minute === closes)),
  );
}

/**
 * Is it open for this time? What is lent is fetched and brought back in open hours, everything else lies within one opening. Without
 * openings it is open at all times. The same rule as `offer_is_open` of the database, by which lists are searched.
 */
export function isOpenFor(openings: readonly Opening[], loaned: boolean, { from, to }: Span): boolean {
  if (openings.length === 0) return true;
  if (loaned) return opensAt(openings, from, false) && opensAt(openings, to, true);
  const day = dayOf(from);
  return openings.some(
    ({ weekday, opens, closes }) =>
      weekday === weekdayOf(day) && opens <= minutesInto(day, from) && minutesInto(day, to) <= closes,
  );
}

/** 09:30, and 24:00 for the end of a day. */
export const sayMinutes = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** 星期一、星期二 09:00–12:00、14:00–17:30；星期六 09:00–12:00. */
export function sayHours(openings: readonly Opening[]): string {
  if (openings.length === 0) return '全天开放';
  const days = weekdays.keys.map((_, index) => openings.filter(({ weekday }) => weekday === index + 1));
  const said = days.map((ofDay) =>
    ofDay
      .toSorted((a, b) => a.opens - b.opens)
      .map(({ opens, closes }) => `${sayMinutes(opens)}–${sayMinutes(closes)}`)
      .join('、'),
  );
  const groups = Map.groupBy(weekdays.keys.keys(), (index) => said[index]!);
  return [...groups]
    .filter(([times]) => times !== '')
    .map(([times, indexes]) => `${indexes.map((index) => weekdays.label(weekdays.keys[index]!)).join('、')} ${times}`)
    .join('；');
}
