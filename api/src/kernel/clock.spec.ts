import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from './calendar.ts';
import { clockUntil, lightAt, resumeClock, startClock } from './clock.ts';
import { days, hours, workdays, type Limit } from './limit.ts';

// 1 to 7 October are days off; Saturday 10 October makes up.
const off = ['01', '02', '05', '06', '07'].map(
  (day) => ({ date: `2026-10-${day}`, kind: 'HOLIDAY', name: '国庆节' }) as const,
);
const calendar = new WorkingCalendar([...off, { date: '2026-10-10', kind: 'WORKDAY', name: '国庆节' }], [2026]);
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const say = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toJSON().slice(0, 16).replace('T', ' ');

describe('lights', () => {
  const clock = { yellowAt: at('2026-11-24 12:00'), dueAt: at('2026-11-25 00:00') };
  it.each([
    ['2026-11-23 00:00', 0, 'GREEN'],
    ['2026-11-24 12:00', -1, 'GREEN'],
    ['2026-11-24 12:00', 0, 'YELLOW'],
    ['2026-11-25 00:00', 0, 'YELLOW'], // 100 % is not over 100 %
    ['2026-11-25 00:00', 1, 'RED'],
  ])('%s and %i ms: %s', (time, ms, light) => expect(lightAt(clock, new Date(at(time).getTime() + ms))).toBe(light));
});

describe('start', () => {
  it.each<[string, Limit, string, string, boolean]>([
    ['2026-11-23 14:00', workdays(1), '2026-11-24 17:12', '2026-11-25 00:00', false], // 34 h, 27.2 h of them green
    ['2026-09-30 14:00', workdays(1), '2026-10-08 17:12', '2026-10-09 00:00', false], // the same over a holiday
    ['2026-10-03 14:00', workdays(1), '2026-10-08 19:12', '2026-10-09 00:00', false], // nothing passes before 8 October
    ['2026-09-30 14:00', hours(10), '2026-09-30 22:00', '2026-10-01 00:00', false],
    ['2026-12-31 14:00', workdays(1), '2027-01-01 17:12', '2027-01-02 00:00', true],
  ])('at %s within %j: yellow at %s, due at %s', (time, limit, yellow, due, provisional) => {
    const clock = startClock(calendar, limit, at(time));
    expect([say(clock.yellowAt), say(clock.dueAt), clock.provisional]).toEqual([yellow, due, provisional]);
    expect(clock.startedAt).toEqual(at(time));
  });
});

describe('until a day fixed beforehand', () => {
  it.each<[string, string, Limit, string, boolean]>([
    ['2026-09-30 12:00', '2026-10-10 00:00', workdays(2), '2026-10-09 12:00', false],
    ['2026-09-30 12:00', '2026-10-05 12:00', hours(1), '2026-10-04 12:00', false],
    ['2026-12-30 00:00', '2027-01-04 00:00', workdays(1), '2027-01-01 09:36', false], // the day stays, whatever is published,
    ['2026-12-30 00:00', '2027-01-04 00:00', hours(1), '2027-01-03 00:00', false], // hours need no calendar
    ['2026-09-30 12:00', '2026-09-29 12:00', workdays(1), '2026-09-29 12:00', false], // the day has passed
  ])('at %s until %s by %j: yellow at %s', (time, until, limit, yellow, provisional) => {
    const clock = clockUntil(calendar, at(time), at(until), limit);
    expect([say(clock.yellowAt), clock.dueAt, clock.provisional]).toEqual([yellow, at(until), provisional]);
  });
});

describe('resume', () => {
  // Started Monday 28 September 00:00, three working days: due at 24:00 of 8 October.
  const clock = startClock(calendar, workdays(3), at('2026-09-28 00:00'));

  it('begins as expected', () =>
    expect([say(clock.yellowAt), say(clock.dueAt)]).toEqual(['2026-10-08 04:48', '2026-10-09 00:00']));

  it.each([
    // 12 h of 30 September and 24 h of 8 October are left.
    ['2026-09-30 12:00', '2026-09-30 12:00', '2026-10-08 04:48', '2026-10-09 00:00'],
    ['2026-09-30 12:00', '2026-10-08 12:00', '2026-10-09 04:48', '2026-10-10 00:00'], // over the holiday: one working day stood still
    ['2026-09-30 12:00', '2026-10-03 09:00', '2026-10-08 16:48', '2026-10-09 12:00'], // resumed on a day off
    ['2026-10-02 09:00', '2026-10-06 21:00', '2026-10-08 04:48', '2026-10-09 00:00'], // stood still in the holiday only
    ['2026-10-08 12:00', '2026-10-09 12:00', '2026-10-08 04:48', '2026-10-10 00:00'], // was yellow already: stays yellow
    ['2026-10-08 04:48', '2026-10-09 12:00', '2026-10-08 04:48', '2026-10-10 07:12'], // turned yellow as it was stopped
    ['2026-10-09 12:00', '2026-10-12 12:00', '2026-10-08 04:48', '2026-10-09 00:00'], // was red already: stays red
  ])('stood still from %s to %s: yellow at %s, due at %s', (pausedAt, resumedAt, yellow, due) => {
    const moved = resumeClock(calendar, clock, workdays(3), at(pausedAt), at(resumedAt));
    expect([say(moved.yellowAt), say(moved.dueAt)]).toEqual([yellow, due]);
    expect([moved.startedAt, moved.provisional]).toEqual([clock.startedAt, false]);
    const left = (of: Date, from: string) => Math.max(calendar.between(at(from), of, workdays(3)), 0);
    expect(left(moved.dueAt, resumedAt)).toBe(left(clock.dueAt, pausedAt));
  });

  it.each<[Limit, boolean]>([
    [workdays(3), true],
    [hours(72), false],
  ])('by %j into a year that is not published: provisional %s', (limit, provisional) => {
    const started = startClock(calendar, limit, at('2026-12-21 12:00'));
    const moved = resumeClock(calendar, started, limit, at('2026-12-22 12:00'), at('2026-12-31 12:00'));
    expect([started.provisional, moved.provisional]).toEqual([false, provisional]);
    expect(moved.dueAt > at('2027-01-01 00:00')).toBe(true);
  });

  it('moves calendar days by the clock on the wall', () => {
    const started = startClock(calendar, days(14), at('2026-11-23 09:00'));
    const moved = resumeClock(calendar, started, days(14), at('2026-11-28 09:00'), at('2026-11-30 10:00'));
    expect(moved.dueAt.getTime() - started.dueAt.getTime()).toBe(49 * 3_600_000);
  });
});
