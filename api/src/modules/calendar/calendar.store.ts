import type { WorkingCalendar } from '../../kernel/calendar.ts';
import type { Database } from '../../platform/database/database.ts';
import { loadCalendar } from './calendar.reads.ts';

/** The working calendar for whoever counts days. */
export interface CalendarStore {
  /** At most a second older than the database. */
  calendar(): Promise<WorkingCalendar>;
}

const KEPT_MILLISECONDS = 1_000;

/** Keeps the calendar for a second: every change of a case asks for it, and it changes once a year. */
export function calendarStore(database: Database): CalendarStore {
  let kept: Promise<WorkingCalendar> | null = null;
  const forget = () => {
    kept = null;
  };
  const load = () => {
    const loading = loadCalendar(database);
    // The second begins when the question is asked, not when it is answered.
    setTimeout(forget, KEPT_MILLISECONDS).unref();
    loading.catch(forget);
    return loading;
  };
  return { calendar: () => (kept ??= load()) };
}
