import { date, int, line, many } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { subjectOfCode } from '../../../platform/feed/subject.ts';
import { READ_YEARS } from '../calendar.reads.ts';
import { CalendarDayKind, CalendarYearType } from '../calendar.type.ts';
import { checkNotice } from '../year.ts';

const WRITE_YEAR = `INSERT INTO calendar_year (year, source, published_at) VALUES ($1, $2, $3)
  ON CONFLICT (year) DO UPDATE SET source = excluded.source, published_at = excluded.published_at`;
const WRITE_DAYS = `INSERT INTO calendar_day (date, kind, name, source)
  SELECT date, kind, name, $4 FROM unnest($1::date[], $2::text[], $3::text[]) AS d (date, kind, name)`;

export const publishYear = defineVerb({
  noun: 'calendar',
  action: 'publishYear',
  label: '发布年度工作日历',
  about: 'Enters the holidays and make-up days of a year; what was there of the year before is replaced.',
  by: ['SYSTEM_ADMIN'],
  input: {
    year: int('年份', 'The year that the notice is about.', 2000, 2099),
    holidays: many(date('放假日期', 'Every day off that the notice names, weekends among them.'), { min: 1, max: 60 }),
    workdays: many(date('调休上班日期', 'Saturdays and Sundays on which people work.'), { max: 30 }),
    source: line('依据', 'Number of the notice of the General Office of the State Council.', { min: 4, max: 100 }),
  },
  shows: { field: 'calendarYear', type: () => CalendarYearType },
  async perform({ input, now, transaction }) {
    checkNotice(input);
    const { year, holidays, workdays, source } = input;
    // Two who publish one year at once are put in line, so that the event of the second names what the first wrote.
    await transaction.rows('lock-calendar-year', 'SELECT year FROM calendar_year WHERE year = $1 FOR UPDATE', [year]);
    const [replaced] = await transaction.rows<CalendarYearType>('calendar-years', READ_YEARS, [year]);
    await transaction.rows('write-calendar-year', WRITE_YEAR, [year, source, now]);
    await transaction.rows('clear-calendar-days', 'DELETE FROM calendar_day WHERE year = $1', [year]);
    const kinds: CalendarDayKind[] = [
      ...holidays.map(() => 'HOLIDAY' as const),
      ...workdays.map(() => 'WORKDAY' as const),
    ];
    const names = kinds.map((kind) => CalendarDayKind.label(kind));
    await transaction.rows('write-calendar-days', WRITE_DAYS, [[...holidays, ...workdays], kinds, names, source]);
    const [value] = await transaction.rows<CalendarYearType>('calendar-years', READ_YEARS, [year]);
    const data = { year, source, holidays, workdays, replaced: replaced ?? null };
    return { value: value!, event: { subjectId: subjectOfCode('calendar', String(year)), effect: { data } } };
  },
});
