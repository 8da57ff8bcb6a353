import { dayOf, startOfDay, type WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import { between, type Random } from '../random.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** 9:00 to 12:00 and 14:30 to 18:30: minutes of the day. */
const MORNING = { from: 540, length: 180 };
const AFTERNOON = { from: 870, length: 240 };
export const WORKDAY = MORNING.length + AFTERNOON.length;
const YEARS_BACK = 500;

/** Time as offices count it: minutes of working days before a moment, 0 being the moment itself. */
export class OfficeHours {
  /** Working days before the moment, the last one first. */
  private readonly days: readonly string[];

  /** @param until 00:00 of a day; the day before is the last one. */
  constructor(
    calendar: WorkingCalendar,
    private readonly until: Date,
  ) {
    const days = Array.from({ length: YEARS_BACK }, (_, index) => dayOf(new Date(until.getTime() - (index + 1) * DAY)));
    this.days = days.filter((day) => calendar.isWorkday(day));
  }

  /** The instant that lies so many minutes of office hours before the moment. */
  instant(before: number): Date {
    const back = Math.max(Math.ceil(before), 1) - 1;
    const day = this.days[Math.min(Math.floor(back / WORKDAY), this.days.length - 1)]!;
    const minute = WORKDAY - 1 - (back % WORKDAY);
    const ofDay = minute < MORNING.length ? MORNING.from + minute : AFTERNOON.from + minute - MORNING.length;
    return new Date(startOfDay(day).getTime() + ofDay * MINUTE);
  }

  /** How many days before the moment that instant lies. */
  daysAgo(before: number): number {
    return (this.until.getTime() - this.instant(before).getTime()) / DAY;
  }

  /** An evening or a day off between two instants, when residents have time; the first instant itself when there is none. */
  leisure(from: Date, next: Date, random: Random): Date {
    const limit = Math.min(next.getTime(), this.until.getTime());
    const today = startOfDay(dayOf(from)).getTime();
    const evening = today + between(random, 19 * 60, 21 * 60 + 40) * MINUTE;
    const tomorrow = today + DAY + between(random, 10 * 60, 20 * 60) * MINUTE;
    const free = !this.days.includes(dayOf(new Date(tomorrow)));
    if (free && random() < 0.4 && tomorrow < limit) return new Date(tomorrow);
    return evening < limit && random() < 0.6 ? new Date(evening) : from;
  }
}
