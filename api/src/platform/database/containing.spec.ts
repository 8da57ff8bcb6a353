import { expect, it } from '@jest/globals';
import { containing } from './containing.ts';

// prettier-ignore
it.each([
  ['第一小学',    '%第一小学%'],
  [' ＺＳＤＬ ',  '%zsdl%'],
  ['100%_是\\的', String.raw`%100\%\_是\\的%`],
])('finds %s by %s', (text, pattern) => {
  expect(containing(text)).toBe(pattern);
});

it('cuts what is longer than any name', () => {
  expect(containing('长'.repeat(500))).toBe(`%${'长'.repeat(50)}%`);
});
