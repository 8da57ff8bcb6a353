import { dayOf } from '../../kernel/calendar.ts';

/** 2026年11月23日. */
export function sayDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

/** The last day of a time that ends at this moment. */
export const sayDay = (end: Date): string => sayDate(dayOf(new Date(end.getTime() - 1)));
