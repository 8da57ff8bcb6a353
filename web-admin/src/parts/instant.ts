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
  hour: '2-digit',
  minute: '2-digit',
});
const plainDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

/** The day on which an instant falls in Shanghai, `YYYY-MM-DD`. */
export const dayOf = (instant: string | Date): string => plainDay.format(new Date(instant));

const DAY_MS = 86_400_000;
const distance = (one: string, other: string) => Math.round((Date.parse(one) - Date.parse(other)) / DAY_MS);
const NEAR: Readonly<Record<number, string>> = { [-1]: COMMON.yesterday, 0: COMMON.today, 1: COMMON.tomorrow };

/** 今天 09:30, 11月24日 09:30, 2025年11月24日 09:30: as short as it is clear on the day of `now`. */
export function spellInstant(instant: string, now: Date = new Date()): string {
  const today = dayOf(now);
  const its = dayOf(instant);
  const near = NEAR[distance(its, today)];
  const date = new Date(instant);
  const spelled = near ?? (its.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(date);
  return `${spelled} ${clock.format(date)}`;
}

/** With year, weekday and time. */
export const spellWhole = (instant: string): string => whole.format(new Date(instant));

/** 2026年11月24日 from `2026-11-24` or an instant. */
export const spellDay = (value: string): string =>
  dayOfYear.format(new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value));
