import type { Limit } from './limit.ts';
import type { WorkingCalendar } from './calendar.ts';

/** Under 80 % green, 80 to 100 % yellow, over 100 % red. */
export type Light = 'GREEN' | 'YELLOW' | 'RED';

/** The clock of one duty. All instants; a clock that stands still has `pausedAt`. */
export interface Clock {
  readonly startedAt: Date;
  readonly yellowAt: Date;
  readonly dueAt: Date;
  /** A year without an official calendar lies before `dueAt`: weekends were counted, and the clock is set again when the year is published. */
  readonly provisional: boolean;
}
export const YELLOW_SHARE = 0.8;

export function lightAt(clock: Pick<Clock, 'yellowAt' | 'dueAt'>, now: Date): Light {
  if (now > clock.dueAt) return 'RED';
  return now >= clock.yellowAt ? 'YELLOW' : 'GREEN';
}

/** Starts a clock: the duty falls on somebody at `at` and must be done within `limit`. */
export function startClock(calendar: WorkingCalendar, limit: Limit, at: Date): Clock {
  const { due, provisional } = calendar.due(at, limit);
  return { startedAt: at, dueAt: due, yellowAt: calendar.share(at, due, YELLOW_SHARE, limit), provisional };
}

/** Sets a clock that ends at a day fixed beforehand. */
export function clockUntil(calendar: WorkingCalendar, at: Date, dueAt: Date, limit: Limit): Clock {
  return {
    startedAt: at,
    dueAt,
    yellowAt: calendar.share(at, dueAt, YELLOW_SHARE, limit),
    // A day that somebody fixed stays what it is, whatever the calendar will say.
    provisional: false,
  };
}

/** Moves a clock that stood still from `pausedAt` to `at`: whoever owes the duty has as long left as before. */
// eslint-disable-next-line max-params -- a clock, and the two moments between which it stood still
export function resumeClock(calendar: WorkingCalendar, clock: Clock, limit: Limit, pausedAt: Date, at: Date): Clock {
  const move = (instant: Date) =>
    instant <= pausedAt ? instant : calendar.advance(at, calendar.between(pausedAt, instant, limit), limit);
  const dueAt = move(clock.dueAt);
  // The move may carry the clock into a year without a calendar.
  const guessed = limit.unit === 'workdays' && !calendar.knows(at, dueAt);
  return { ...clock, yellowAt: move(clock.yellowAt), dueAt, provisional: clock.provisional || guessed };
}
