import type { Limit } from './limit.ts';

/** One exception to Monday to Friday, as the State Council published it. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: 'HOLIDAY' | 'WORKDAY';
  /** Which holiday it is, or for which holiday the day makes up. */
  readonly name: string;
}

// Asia/Shanghai has been UTC+8 without summer time since 1992; the house keeps no older instants.
const SHANGHAI = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
const WALL = { days: DAY, hours: 3_600_000, minutes: 60_000 } as const;

/** The day of the calendar in Asia/Shanghai, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10);
}

/** 00:00 of the day in Asia/Shanghai. Throws a plain error when there is no such day. */
export function startOfDay(day: string): Date {
  return startOf(numberOf(day));
}

/** 24:00 of the day in Asia/Shanghai: the same instant as 00:00 of the next day, so `dayOf` it is the next day. */
export function endOfDay(day: string): Date {
  return startOf(numberOf(day) + 1);
}

// Inside, a day is its number: days since 1970-01-01 in Asia/Shanghai.
const startOf = (day: number) => new Date(day * DAY - SHANGHAI);
const numberAt = (instant: Date) => Math.floor((instant.getTime() + SHANGHAI) / DAY);
const spell = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();

function numberOf(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY;
  if (!Number.isInteger(number) || spell(number) !== day) throw new Error(`"${day}" is not a day such as 2026-11-23`);
  return number;
}

// 1970-01-01 was a Thursday: three days later the count of weeks begins on a Monday.
const sinceMonday = (day: number) => (((day + 3) % 7) + 7) % 7;
const isWeekday = (day: number) => sinceMonday(day) < 5;
const weekdaysBefore = (day: number) => 5 * Math.floor((day + 3) / 7) + Math.min(sinceMonday(day), 5);
const weekdayAt = (rank: number) => 7 * Math.floor(rank / 5) + (((rank % 5) + 5) % 5) - 3;

/** The smallest integer from `low` to `high` at which `holds` turns true; `high` when it never does. */
function firstWhere(low: number, high: number, holds: (value: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Working days of the People's Republic: Monday to Friday, except what the State Council's yearly notice says.
 * In a year without a notice Monday to Friday is assumed, and every answer that rests on it is `provisional`.
 * Answers take logarithmic time, however far apart the days are.
 */
export class WorkingCalendar {
  readonly #years: ReadonlySet<number>;
  /** Days on which the notice differs from Monday to Friday, in order. */
  readonly #changed: readonly number[];
  /** How many working days the first n changes added, taken together. */
  readonly #added: readonly number[];

  /** Throws a plain error when a date does not exist or is named twice: a calendar in doubt is no calendar. */
  constructor(days: readonly CalendarDay[], publishedYears: Iterable<number>) {
    this.#years = new Set(publishedYears);
    const kinds = new Map(days.map(({ date, kind }) => [numberOf(date), kind]));
    if (kinds.size < days.length) throw new Error('The calendar names a date twice');
    this.#changed = [...kinds.keys()]
      .filter((day) => isWeekday(day) !== (kinds.get(day) === 'WORKDAY'))
      .sort((a, b) => a - b);
    const added = [0];
    for (const day of this.#changed) added.push(added.at(-1)! + (isWeekday(day) ? -1 : 1));
    this.#added = added;
  }

  /** Years with a notice, in order. */
  get publishedYears(): readonly number[] {
    return [...this.#years].sort((a, b) => a - b);
  }

  isWorkday(date: string): boolean {
    return this.#works(numberOf(date));
  }

  /** The n-th working day after the date, which itself does not count; before it when n is negative; the date when n is 0. */
  addWorkdays(date: string, n: number): string {
    const day = numberOf(date);
    if (n === 0) return date;
    return spell(this.#workdayAt(n > 0 ? this.#rank(day + 1) + n - 1 : this.#rank(day) + n));
  }

  /** Are all years that the time from `from` to `to` touches published? */
  knows(from: Date, to: Date): boolean {
    // A time that ends at 24:00 of New Year's Eve does not touch the new year.
    const last = Math.max(from.getTime(), to.getTime() - 1);
    for (let year = yearOf(numberAt(from)); year <= yearOf(numberAt(new Date(last))); year++)
      if (!this.#years.has(year)) return false;
    return true;
  }

  /**
   * Until when somebody has time on whom a duty falls at `at`. Days do not count the day of `at` and run to 24:00 of the
   * last one (民法典 第二百零一条); calendar days that end on a day of rest end on the next working day (第二百零三条).
   */
  due(at: Date, { unit, count }: Limit): { due: Date; provisional: boolean } {
    if (unit === 'hours' || unit === 'minutes')
      return { due: new Date(at.getTime() + count * WALL[unit]), provisional: false };
    const day = numberAt(at);
    const natural = day + count;
    const last =
      unit === 'workdays' ? this.#workdayAt(this.#rank(day + 1) + count - 1) : this.#workdayAt(this.#rank(natural));
    const due = startOf(last + 1);
    // Calendar days pass in any year alike: only where they end asks for the notice.
    return { due, provisional: !this.knows(unit === 'workdays' ? at : startOf(natural), due) };
  }

  /** How much of the time counts for the limit, in milliseconds: of working days only their 24 hours, else all. Negative backwards. */
  between(from: Date, to: Date, { unit }: Limit): number {
    return unit === 'workdays' ? this.#worked(to) - this.#worked(from) : to.getTime() - from.getTime();
  }

  /** The first instant at which `ms` (0 or more) that count have passed since `from`. Inverse of `between`. */
  advance(from: Date, ms: number, { unit }: Limit): Date {
    if (ms < 0) throw new Error(`A clock does not advance by ${ms} ms`);
    if (unit !== 'workdays' || ms === 0) return new Date(from.getTime() + ms);
    const target = this.#worked(from) + ms;
    // Time that fills a working day to its end is over at 24:00, not when the next working day begins.
    const fullDays = Math.ceil(target / DAY) - 1;
    return new Date(startOf(this.#workdayAt(fullDays)).getTime() + target - fullDays * DAY);
  }

  /** The instant at which `part` (0 to 1) of the time from `from` to `to` that counts has passed; `to` when it is not later. */
  share(from: Date, to: Date, part: number, limit: Limit): Date {
    if (to <= from) return to;
    return this.advance(from, Math.round(this.between(from, to, limit) * part), limit);
  }

  /** Place of the first change on or after the day. */
  #changesBefore(day: number): number {
    return firstWhere(0, this.#changed.length, (index) => this.#changed[index]! >= day);
  }

  #works(day: number): boolean {
    return isWeekday(day) !== (this.#changed[this.#changesBefore(day)] === day);
  }

  /** How many working days lie before the day, from a fixed beginning. */
  #rank(day: number): number {
    return weekdaysBefore(day) + this.#added[this.#changesBefore(day)]!;
  }

  /** The working day of that rank. */
  #workdayAt(rank: number): number {
    const span = this.#changed.length;
    return firstWhere(weekdayAt(rank - span), weekdayAt(rank + span), (day) => this.#rank(day + 1) > rank);
  }

  /** Milliseconds of working days before the instant, from a fixed beginning. */
  #worked(instant: Date): number {
    const day = numberAt(instant);
    const today = this.#works(day) ? instant.getTime() - startOf(day).getTime() : 0;
    return this.#rank(day) * DAY + today;
  }
}
