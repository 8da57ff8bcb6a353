import { dayOf } from '../../../kernel/calendar.ts';

/** 2026年11月3日, in Asia/Shanghai: Arabic numerals without leading zeros, as official documents have it. */
export function sayDay(instant: Date): string {
  return sayDate(dayOf(instant));
}

/** The same of a day that is known as `YYYY-MM-DD`. */
export function sayDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

// Asia/Shanghai has been UTC+8 all along.
const SHANGHAI = 8 * 3_600_000;

/** 14:05, in Asia/Shanghai. */
export const sayClock = (instant: Date): string => new Date(instant.getTime() + SHANGHAI).toISOString().slice(11, 16);

/** 〔2026〕3号: the place in a year. */
export const sayNumber = (year: number, seq: number): string => `〔${String(year)}〕${String(seq)}号`;
