import { describe, expect, it } from '@jest/globals';
import { clockOf, daysOf, instantAt, reachOf, weekdayOf } from '../../web-admin/src/features/offers/parts/free-days.ts';

/** A Monday; the moment is Shanghai's. */
const MONDAY = '2026-11-02';
const at = (time: string, day = MONDAY) => `${day}T${time}:00+08:00`;
const HOURS = [
  { weekday: 1, opensAt: '09:00', closesAt: '12:00' },
  { weekday: 1, opensAt: '14:00', closesAt: '18:00' },
];
const BEFORE = Date.parse(at('00:00'));
const week = (more: object) => daysOf({ from: MONDAY, hours: HOURS, parts: 1, bookings: [], now: BEFORE, ...more });
const said = (spans: readonly { readonly from: number; readonly to: number; readonly parts?: number }[] | undefined) =>
  (spans ?? []).map(
    ({ from, to, parts }) => `${clockOf(from)}-${clockOf(to)}${parts === undefined ? '' : ` ${String(parts)}`}`,
  );

describe('The week of an offer', () => {
  it('is free when it is open, and closed on other days', () => {
    const days = week({});
    expect(days).toHaveLength(7);
    expect(said(days[0]?.free)).toEqual(['09:00-12:00 1', '14:00-18:00 1']);
    expect(days[1]?.open).toEqual([]);
    expect(said([reachOf(days)])).toEqual(['09:00-18:00']);
  });

  it('is free all day where no hours are said', () => {
    expect(said(week({ hours: [] })[6]?.free)).toEqual(['00:00-24:00 1']);
  });

  it('is not free while it is held, across midnight too', () => {
    const over = { id: 'a', parts: 1, startsAt: at('16:00'), endsAt: at('10:00', '2026-11-03') };
    const [monday, tuesday] = week({ bookings: [over] });
    expect(said(monday?.free)).toEqual(['09:00-12:00 1', '14:00-16:00 1']);
    expect(said(monday?.held)).toEqual(['16:00-24:00 1']);
    expect(said(tuesday?.held)).toEqual(['00:00-10:00 1']);
  });

  it('has as many parts left as nobody holds at the same time', () => {
    const bookings = [
      { id: 'a', parts: 2, startsAt: at('09:00'), endsAt: at('11:00') },
      { id: 'b', parts: 1, startsAt: at('10:00'), endsAt: at('12:00') },
    ];
    const [monday] = week({ parts: 3, bookings });
    expect(said(monday?.free)).toEqual(['09:00-10:00 1', '11:00-12:00 2', '14:00-18:00 3']);
  });

  it('is free again from when it was given back', () => {
    const early = { id: 'a', parts: 1, startsAt: at('09:00'), endsAt: at('12:00'), returnedAt: at('10:00') };
    expect(said(week({ bookings: [early] })[0]?.free)).toEqual(['10:00-12:00 1', '14:00-18:00 1']);
  });

  it('offers nothing that has passed, and begins at half hours', () => {
    const [monday] = week({ now: Date.parse(at('10:10')) });
    expect(said(monday?.free)).toEqual(['10:30-12:00 1', '14:00-18:00 1']);
    const [past] = week({ now: Date.parse(at('00:00', '2026-11-03')) });
    expect(past).toMatchObject({ isPast: true, free: [] });
  });

  it('speaks of days and moments of Shanghai', () => {
    expect(weekdayOf(MONDAY)).toBe(1);
    expect(weekdayOf('2026-11-08')).toBe(7);
    expect(instantAt(MONDAY, 540)).toBe('2026-11-02T01:00:00.000Z');
  });
});
