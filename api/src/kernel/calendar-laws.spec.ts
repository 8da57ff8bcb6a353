import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, startOfDay, WorkingCalendar, type CalendarDay } from './calendar.ts';
import { days, workdays } from './limit.ts';

// Whatever a government may publish: any exceptions, in any order, useless ones too. Beside it stands counting day by day.
const DAY = 86_400_000;
const next = (date: string, by: number) => new Date(Date.parse(date) + by * DAY).toJSON().slice(0, 10);
const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => next('2025-12-01', n));
const anyInstant = fc
  .integer({ min: Date.parse('2025-12-01'), max: Date.parse('2027-04-01') })
  .map((ms) => new Date(ms));
const anyDays = fc.uniqueArray(
  fc.record<CalendarDay>({ date: anyDay, kind: fc.constantFrom('HOLIDAY', 'WORKDAY'), name: fc.constant('节') }),
  { selector: ({ date }) => date, maxLength: 200 },
);
const anyCalendar = anyDays.map((list) => {
  const kinds = new Map(list.map(({ date, kind }) => [date, kind]));
  const works = (date: string) => {
    const weekday = new Date(date).getUTCDay();
    return kinds.has(date) ? kinds.get(date) === 'WORKDAY' : weekday > 0 && weekday < 6;
  };
  return { calendar: new WorkingCalendar(list, [2026]), works };
});

it('agrees on every day and on the n-th working day', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyDay,
      fc.integer({ min: -60, max: 60 }).filter(Boolean),
      ({ calendar, works }, date, n) => {
        let day = date;
        for (let left = Math.abs(n); left > 0; left -= works(day) ? 1 : 0) day = next(day, Math.sign(n));
        expect(calendar.isWorkday(date)).toBe(works(date));
        expect(calendar.addWorkdays(date, n)).toBe(day);
      },
    ),
  );
});

it('advance is the inverse of between, and the first such instant', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 90 * DAY }), ({ calendar }, from, ms) => {
      const to = calendar.advance(from, ms, workdays(1));
      expect(calendar.between(from, to, workdays(1))).toBe(ms);
      expect(calendar.between(from, new Date(to.getTime() - 1), workdays(1))).toBe(ms - 1);
    }),
  );
});

it('a duty ends at 24:00 of the first working day on which its days are full', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 60 }), ({ calendar, works }, from, count) => {
      const last = (due: Date) => dayOf(new Date(due.getTime() - 1));
      const byWorkdays = calendar.due(from, workdays(count)).due;
      expect(last(byWorkdays)).toBe(calendar.addWorkdays(dayOf(from), count));
      const byDays = calendar.due(from, days(count)).due;
      let day = next(dayOf(from), count);
      while (!works(day)) day = next(day, 1);
      expect(last(byDays)).toBe(day);
      for (const due of [byWorkdays, byDays]) expect(due).toEqual(startOfDay(dayOf(due)));
    }),
  );
});
