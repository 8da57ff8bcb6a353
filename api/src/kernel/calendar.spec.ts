import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dayOf, endOfDay, startOfDay, WorkingCalendar, type CalendarDay } from './calendar.ts';
import { days, hours, minutes, workdays, type Limit } from './limit.ts';

const rows = readFileSync(new URL('../../../seeds/data/working-days.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(',') as [string, CalendarDay['kind'], string, string]);
const calendar = new WorkingCalendar(
  rows.map(([date, kind, name]) => ({ date, kind, name })),
  [2024, 2025, 2026],
);
/** `2026-10-01 09:30` on the clock in Shanghai. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const say = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toJSON().slice(0, 16).replace('T', ' ');

describe('the published days', () => {
  it.each([
    ['国办发明电〔2023〕7号', '2024', 28, 8],
    ['国办发明电〔2024〕12号', '2025', 28, 5],
    ['国办发明电〔2025〕7号', '2026', 33, 6],
  ])('%s gives %s %i days off and %i make-up days', (source, year, off, makeUp) => {
    const own = rows.filter(([date]) => date.startsWith(year));
    expect(new Set(own.map((row) => row[3]))).toEqual(new Set([source]));
    expect(own.filter((row) => row[1] === 'HOLIDAY')).toHaveLength(off);
    expect(own.filter((row) => row[1] === 'WORKDAY').map(([date]) => new Date(date).getUTCDay() % 6)).toEqual(
      Array(makeUp).fill(0),
    );
  });

  // Working days of the whole year: weekdays minus weekdays off plus make-up days, counted by hand from the notices.
  it.each([
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, count) => {
    const first = startOfDay(`${year}-01-01`);
    const next = startOfDay(`${Number(year) + 1}-01-01`);
    expect(calendar.between(first, next, workdays(1)) / 86_400_000).toBe(count);
  });

  it.each([
    ['2026-09-20', true], // Sunday, makes up for the National Day
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true], // Saturday, makes up
    ['2026-10-11', false],
    ['2026-02-14', true], // Saturday before the Spring Festival
    ['2026-02-16', false],
    ['2026-02-24', true],
    ['2024-02-09', true], // New Year's Eve of the old calendar was a working day in 2024
    ['2025-01-28', false], // and a holiday in 2025
    ['2027-01-01', true], // not published: Monday to Friday
    ['2027-01-02', false],
    ['1969-12-31', true],
    ['1969-12-28', false],
  ])('%s is a working day: %s', (date, expected) => expect(calendar.isWorkday(date)).toBe(expected));
});

describe('days in Shanghai', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s is on %s', (instant, day) => expect(dayOf(new Date(instant))).toBe(day));

  it('begins and ends a day at midnight', () => {
    expect(startOfDay('2026-12-31').toJSON()).toBe('2026-12-30T16:00:00.000Z');
    expect(endOfDay('2026-12-31')).toEqual(startOfDay('2027-01-01'));
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-02-30'])('refuses %j', (day) =>
    expect(() => startOfDay(day)).toThrow('is not a day'),
  );
});

describe('due', () => {
  it.each<[string, Limit, string, boolean]>([
    // 2026-11-23 is a Monday.
    ['2026-11-23 09:00', workdays(1), '2026-11-25 00:00', false],
    ['2026-11-23 00:00', workdays(1), '2026-11-25 00:00', false],
    ['2026-11-23 23:59', workdays(1), '2026-11-25 00:00', false],
    ['2026-11-27 17:00', workdays(1), '2026-12-01 00:00', false], // Friday -> Monday
    ['2026-11-28 10:00', workdays(2), '2026-12-02 00:00', false], // begins on a Saturday: Monday, Tuesday
    ['2026-09-30 16:00', workdays(2), '2026-10-10 00:00', false], // 8 and 9 October
    ['2026-09-30 16:00', workdays(3), '2026-10-11 00:00', false], // 10 October is a Saturday that makes up
    ['2026-10-03 16:00', workdays(1), '2026-10-09 00:00', false], // begins in the holiday
    ['2026-02-13 16:00', workdays(2), '2026-02-25 00:00', false], // Sat 14 makes up, then 24 February
    ['2024-02-28 12:00', workdays(1), '2024-03-01 00:00', false], // leap day
    ['2026-12-30 12:00', workdays(1), '2027-01-01 00:00', false], // ends at 24:00 of the last published day
    ['2026-12-31 12:00', workdays(1), '2027-01-02 00:00', true], // New Year's Day 2027 is not published: flagged
    ['2026-12-20 12:00', workdays(15), '2027-01-09 00:00', true],
    ['2023-12-29 12:00', workdays(1), '2024-01-03 00:00', true], // begins in a year without data
    ['2026-11-23 09:00', days(1), '2026-11-25 00:00', false],
    ['2026-11-23 09:00', days(14), '2026-12-08 00:00', false],
    ['2026-11-23 09:00', days(5), '2026-12-01 00:00', false], // Saturday 28 -> Monday 30 (第二百零三条)
    ['2026-09-24 09:00', days(7), '2026-10-09 00:00', false], // 1 October -> 8 October
    ['2026-09-13 09:00', days(7), '2026-09-21 00:00', false], // Sunday 20 September makes up: it is a working day
    ['2026-12-24 09:00', days(7), '2027-01-01 00:00', false],
    ['2026-12-25 09:00', days(7), '2027-01-02 00:00', true],
    ['2023-12-01 09:00', days(40), '2024-01-11 00:00', false], // only where the days end asks for the notice
    ['2026-10-01 23:00', hours(24), '2026-10-02 23:00', false],
    ['2026-12-31 23:50', minutes(30), '2027-01-01 00:20', false],
  ])('from %s within %j: %s, provisional: %s', (from, limit, due, provisional) => {
    const answer = calendar.due(at(from), limit);
    expect([say(answer.due), answer.provisional]).toEqual([due, provisional]);
  });
});

describe('knows', () => {
  it.each([
    ['2026-01-01 00:00', '2027-01-01 00:00', true],
    ['2026-01-01 00:00', '2027-01-01 00:01', false],
    ['2023-12-31 23:59', '2024-01-05 00:00', false],
    ['2024-01-01 00:00', '2026-06-01 00:00', true],
    ['2027-01-01 00:00', '2027-01-01 00:00', false],
    ['2026-06-01 00:00', '2026-05-01 00:00', true],
  ])('%s to %s: %s', (from, to, expected) => expect(calendar.knows(at(from), at(to))).toBe(expected));

  it('sees a gap between published years', () => {
    expect(new WorkingCalendar([], [2024, 2026]).knows(at('2024-06-01 00:00'), at('2026-06-01 00:00'))).toBe(false);
  });
});

describe('between, advance, share', () => {
  it.each<[string, string, Limit, number]>([
    ['2026-11-27 18:00', '2026-11-30 06:00', workdays(1), 12],
    ['2026-11-28 08:00', '2026-11-29 20:00', workdays(1), 0],
    ['2026-09-30 12:00', '2026-10-08 12:00', workdays(1), 24],
    ['2026-11-30 06:00', '2026-11-27 18:00', workdays(1), -12],
    ['2026-09-30 12:00', '2026-10-08 12:00', days(1), 192],
    ['2026-09-30 12:00', '2026-10-08 12:00', hours(1), 192],
  ])('from %s to %s by %j: %i hours', (from, to, limit, expected) =>
    expect(calendar.between(at(from), at(to), limit) / 3_600_000).toBe(expected),
  );

  it.each<[string, number, Limit, string]>([
    ['2026-11-27 18:00', 6, workdays(1), '2026-11-28 00:00'], // Friday 24:00, not Monday 00:00
    ['2026-11-27 18:00', 7, workdays(1), '2026-11-30 01:00'],
    ['2026-11-28 18:00', 0, workdays(1), '2026-11-28 18:00'],
    ['2026-11-28 18:00', 1, workdays(1), '2026-11-30 01:00'],
    ['2026-09-30 12:00', 13, workdays(1), '2026-10-08 01:00'],
    ['2026-09-30 12:00', 13, hours(1), '2026-10-01 01:00'],
  ])('%s and %i hours by %j: %s', (from, count, limit, expected) =>
    expect(say(calendar.advance(at(from), count * 3_600_000, limit))).toBe(expected),
  );

  it('does not advance backwards', () => {
    expect(() => calendar.advance(at('2026-11-27 18:00'), -1, hours(1))).toThrow('does not advance');
  });

  it.each<[string, string, Limit, string]>([
    ['2026-09-30 12:00', '2026-10-10 00:00', workdays(2), '2026-10-09 12:00'], // 60 h that count, 48 of them passed
    ['2026-09-30 12:00', '2026-10-10 12:00', hours(240), '2026-10-08 12:00'],
    ['2026-10-03 12:00', '2026-10-03 11:00', workdays(1), '2026-10-03 11:00'],
  ])('80 %% from %s to %s by %j: %s', (from, to, limit, expected) =>
    expect(say(calendar.share(at(from), at(to), 0.8, limit))).toBe(expected),
  );
});

describe('addWorkdays', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-03', -1, '2026-09-30'],
    ['2026-10-03', 0, '2026-10-03'],
    ['2026-11-23', -5, '2026-11-16'],
    ['2026-11-23', 5, '2026-11-30'],
  ])('%s and %i: %s', (date, n, expected) => expect(calendar.addWorkdays(date, n)).toBe(expected));
});

describe('a calendar in doubt', () => {
  const day = { date: '2026-10-01', kind: 'HOLIDAY', name: '国庆节' } as const;
  it.each<[string, CalendarDay[]]>([
    ['names a date twice', [day, { ...day, kind: 'WORKDAY' }]],
    ['is not a day', [{ ...day, date: '2026-02-30' }]],
  ])('%s', (fault, list) => expect(() => new WorkingCalendar(list, [2026])).toThrow(fault));

  it('takes the days in any order', () => {
    const list = rows.map(([date, kind, name]) => ({ date, kind, name })).reverse();
    expect(new WorkingCalendar(list, [2026]).addWorkdays('2026-09-30', 3)).toBe('2026-10-10');
  });
});
