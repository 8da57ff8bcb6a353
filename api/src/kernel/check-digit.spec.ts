import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasValidCheckDigit, withCheckDigit } from './check-digit.ts';

// Numbers of other systems that use ISO/IEC 7064 MOD 11,10: the standard's own example, and published test numbers.
it.each([
  ['0794', '0794-5'],
  ['3657426180', '3657426180-9'],
  ['8609574271', '8609574271-9'],
  ['6943515153', '6943515153-0'],
  ['610303-20261123-00042', '610303-20261123-00042-6'],
])('%s becomes %s', (body, whole) => {
  expect(withCheckDigit(body)).toBe(whole);
  expect(hasValidCheckDigit(whole)).toBe(true);
});

it.each(['', '-', 'A12', '1--2', '-1', '1-', '１２', '1 2'])('body %j is refused', (body) =>
  expect(() => withCheckDigit(body)).toThrow('is not groups of digits'),
);

it.each([
  '',
  '-',
  '6',
  '-6',
  '610303-20261123-00042',
  '610303-20261123-00042-',
  '610303-20261123-00042-７',
  '0794-5 ',
  '0794-5\n',
])('%j is not valid', (text) => expect(hasValidCheckDigit(text)).toBe(false));

describe('slips of the pen', () => {
  const whole = fc.tuple(fc.nat(999_999), fc.nat(99_999_999), fc.nat(99_999)).map(([district, day, serial]) => {
    const parts = [String(district).padStart(6, '0'), String(day).padStart(8, '0'), String(serial).padStart(5, '0')];
    return withCheckDigit(parts.join('-'));
  });
  const digitsOf = (text: string) => [...text].flatMap((mark, index) => (mark === '-' ? [] : [index]));

  it('every wrong digit is found', () => {
    fc.assert(
      fc.property(whole, fc.nat(19), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
        const index = digitsOf(text)[place]!;
        const wrong = text.slice(0, index) + ((Number(text[index]) + by) % 10) + text.slice(index + 1);
        expect(hasValidCheckDigit(wrong)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('of swapped neighbours at least 95 in 100 are found', () => {
    const numbers = fc.sample(whole, { numRuns: 300, seed: 7 });
    const swapped = numbers.flatMap((text) =>
      digitsOf(text).flatMap((index) => {
        const [a, b] = [text[index]!, text[index + 1]];
        const slip = text.slice(0, index) + b + a + text.slice(index + 2);
        return b === undefined || b === '-' || a === b ? [] : [slip];
      }),
    );
    expect(swapped.length).toBeGreaterThan(3000);
    expect(swapped.filter((text) => hasValidCheckDigit(text)).length / swapped.length).toBeLessThan(0.05);
  });
});
