import { expect, it } from '@jest/globals';
import { days, hours, minutes, readLimit, sayLimit, spellLimit, workdays } from './limit.ts';

it.each([
  [workdays(7), '7WD', '7个工作日'],
  [days(14), '14D', '14天'],
  [hours(24), '24H', '24小时'],
  [minutes(30), '30M', '30分钟'],
  [workdays(1), '1WD', '1个工作日'],
  [minutes(9999), '9999M', '9999分钟'],
])('%j is kept as %s and read as %s', (limit, spelt, said) => {
  expect(spellLimit(limit)).toBe(spelt);
  expect(sayLimit(limit)).toBe(said);
  expect(readLimit(spelt)).toEqual(limit);
});

it.each(['', '7', 'WD', '0WD', '-1D', '7 WD', '7wd', '1.5H', '7W', '12345M', '7WD\n', '７WD', '7DD'])(
  '%j is no limit',
  (text) => expect(() => readLimit(text)).toThrow('is not a limit'),
);
