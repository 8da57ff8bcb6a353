import { dayOf } from './instant.ts';

/** A month as `YYYY-MM`. */
export type Month = string;

const DAY_MS = 86_400_000;
const utc = (month: Month) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { year, number };
};

export const monthOf = (instant: Date | string): Month => dayOf(instant).slice(0, 7);

/** The month so many months later. */
export function shifted(month: Month, by: number): Month {
  const { year, number } = utc(month);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The weeks of a month, Monday first; days of its neighbours fill the first and the last. */
export function weeksOf(month: Month): readonly (readonly string[])[] {
  const { year, number } = utc(month);
  const first = Date.UTC(year, number - 1, 1);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const last = Date.UTC(year, number, 0);
  const weeks = Math.ceil((last - monday + DAY_MS) / (7 * DAY_MS));
  const dayAt = (index: number) => new Date(monday + index * DAY_MS).toISOString().slice(0, 10);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, day) => dayAt(week * 7 + day)));
}

export const saidMonth = (month: Month): { year: number; month: number } => {
  const { year, number } = utc(month);
  return { year, month: number };
};
