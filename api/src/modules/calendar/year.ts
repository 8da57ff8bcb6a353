import { reasons } from './calendar.reasons.ts';

/** What a yearly notice says, as it is typed in. */
export interface Notice {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Refuses a notice that contradicts itself: a slip here would move every deadline of the year. */
export function checkNotice({ year, holidays, workdays }: Notice): void {
  const check = (field: 'holidays' | 'workdays', dates: readonly string[]) => {
    dates.forEach((date, index) => {
      const detail = { path: ['input', field, String(index)], values: { date, year } };
      if (!date.startsWith(`${year}-`)) reasons.refuse('CALENDAR_OTHER_YEAR', detail);
      if (field === 'workdays' && holidays.includes(date)) reasons.refuse('CALENDAR_BOTH_KINDS', detail);
      if (field === 'workdays' && !isWeekend(date)) reasons.refuse('CALENDAR_NOT_WEEKEND', detail);
    });
  };
  check('holidays', holidays);
  check('workdays', workdays);
}
