import { COMMON } from '../texts/common.ts';

const ZONE = 'Asia/Shanghai';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hourCycle: 'h23', ...options });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const day = format({ month: 'long', day: 'numeric' });
const dayOfYear = format({ year: 'numeric', month: 'long', day: 'numeric' });
const whole = format({
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const plainDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

/** The day on which an instant falls in Shanghai, `YYYY-MM-DD`. */
export const dayOf = (instant: string | Date): string => plainDay.format(new Date(instant));

const DAY_MS = 86_400_000;
const distance = (one: string, other: string) => Math.round((Date.parse(one) - Date.parse(other)) / DAY_MS);
const NEAR: Readonly<Record<number, string>> = { [-1]: COMMON.yesterday, 0: COMMON.today, 1: COMMON.tomorrow };

/** What ends with a day is said as the end of that day: 24:00, not 00:00 of the next. */
function endOf(instant: string): { readonly date: Date; readonly time: string } {
  const date = new Date(instant);
  const last = new Date(date.getTime() - 1);
  return dayOf(last) === dayOf(date) ? { date, time: clock.format(date) } : { date: last, time: '24:00' };
}

/** 今天 09:30, 11月24日 09:30, 2025年11月24日 09:30: as short as it is clear on the day of `now`. */
export function spellInstant(instant: string, now: Date = new Date()): string {
  const { date, time } = endOf(instant);
  const today = dayOf(now);
  const its = dayOf(date);
  const near = NEAR[distance(its, today)];
  const spelled = near ?? (its.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(date);
  return `${spelled} ${time}`;
}

/** With year, weekday and time. */
export function spellWhole(instant: string): string {
  const { date, time } = endOf(instant);
  return `${whole.format(date)} ${time}`;
}

/** 2026年11月24日 from `2026-11-24` or an instant. */
export const spellDay = (value: string): string =>
  dayOfYear.format(new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value));
