import { dayOf, startOfDay, type WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import { between, type Random } from '../random.ts';

const MINUTE = 60_000;

/** Times in office hours, counted in working days from a first day. */
export class Schedule {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly random: Random,
    private readonly first: string,
  ) {}

  /** Some time between ten and half past four of the n-th working day. */
  on(day: number): Date {
    return this.within(this.calendar.addWorkdays(this.first, day));
  }

  /** The same on the working day after a moment. */
  after(moment: Date, days = 1): Date {
    return this.within(this.calendar.addWorkdays(dayOf(new Date(moment.getTime() - 1)), days));
  }

  private within(day: string): Date {
    return new Date(startOfDay(day).getTime() + between(this.random, 600, 990) * MINUTE);
  }
}
