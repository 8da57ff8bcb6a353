import { expect, it } from '@jest/globals';
import { checkNotice } from './year.ts';

const notice = { year: 2027, holidays: ['2027-01-01', '2027-10-02'], workdays: ['2027-10-09'] };

it('takes a notice that is in itself right', () => {
  expect(() => checkNotice(notice)).not.toThrow();
});

// prettier-ignore
it.each([
  [{ holidays: ['2028-01-01'] },                             'CALENDAR_OTHER_YEAR', ['input', 'holidays', '0']],
  [{ workdays: ['2027-10-09', '2026-10-10'] },               'CALENDAR_OTHER_YEAR', ['input', 'workdays', '1']],
  [{ holidays: ['2027-10-09'] },                             'CALENDAR_BOTH_KINDS', ['input', 'workdays', '0']],
  [{ workdays: ['2027-10-08'] },                             'CALENDAR_NOT_WEEKEND', ['input', 'workdays', '0']],
])('refuses %j with %s', (slip, code, path) => {
  expect(() => checkNotice({ ...notice, ...slip })).toThrow(expect.objectContaining({ code, path }));
});
