import { WorkingCalendar, type CalendarDay } from '../../kernel/calendar.ts';
import type { Database } from '../../platform/database/database.ts';
import type { CalendarYearType } from './calendar.type.ts';

const DAYS = `coalesce((SELECT json_agg(json_build_object('date', d.date, 'kind', d.kind, 'name', d.name, 'source', d.source) ORDER BY d.date)
  FROM calendar_day d WHERE d.year = y.year), '[]') AS days`;

/** SQL for a year with its days, as `CalendarYearType`; `$1` is the year, null for all. One statement, so that no half of a change is seen. */
export const READ_YEARS = `SELECT y.year, y.source, y.published_at AS "publishedAt", ${DAYS}
  FROM calendar_year y WHERE $1::integer IS NULL OR y.year = $1 ORDER BY y.year`;

/** The year as it was published, or null when it was not. */
export async function calendarYear(database: Database, year: number): Promise<CalendarYearType | null> {
  const [found] = await database.query<CalendarYearType>('calendar-years', READ_YEARS, [year]);
  return found ?? null;
}

/** The working calendar as it stands in the database now. */
export async function loadCalendar(database: Database): Promise<WorkingCalendar> {
  const years = await database.query<CalendarYearType>('calendar-years', READ_YEARS, [null]);
  const days: CalendarDay[] = years.flatMap((year) => year.days);
  return new WorkingCalendar(
    days,
    years.map(({ year }) => year),
  );
}
