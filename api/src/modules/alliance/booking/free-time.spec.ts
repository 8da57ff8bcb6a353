import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countOf, freeParts, lowest, nextFree, readParts, writeParts, type Held, type Parts } from './free-time.ts';

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
// Monday to Friday, nine to six.
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1080 }));
const HALL = { openings: OFFICE, loaned: false, parts: 1 };
const whole = (from: string, to: string): Held => ({ ...span(from, to), parts: [[1, 2]] });

const spell = (parts: Parts) => parts.flatMap(([low, high]) => Array.from({ length: high - low }, (_, n) => low + n));

it('reads and writes parts as PostgreSQL does', () => {
  expect(readParts('{[1,4),[6,7)}')).toEqual([[1, 4], [6, 7]]); // prettier-ignore
  expect(writeParts([[1, 4], [6, 7]])).toBe('{[1,4),[6,7)}'); // prettier-ignore
  expect(readParts('{}')).toEqual([]);
});

it.each([
  ['as wanted, when nothing is in the way', [], span('03T10:00', '03T12:00'), '03T10:00'],
  ['when the booking before it ends', [whole('03T10:00', '03T12:00')], span('03T10:00', '03T12:00'), '03T12:00'],
  ['the next morning, when the day is too short', [whole('03T10:00', '03T17:00')], span('03T10:00', '03T12:00'), '04T09:00'],
  ['after the weekend', [whole('06T09:00', '06T18:00')], span('06T09:00', '06T10:00'), '09T09:00'],
  ['between two bookings', [whole('03T09:00', '03T10:00'), whole('03T12:00', '03T18:00')], span('03T09:00', '03T11:00'), '03T10:00'],
])('is free %s', (_, held, wanted, free) => {
  expect(nextFree(HALL, held, wanted, 1)).toEqual(at(free));
}); // prettier-ignore

it('is never free for longer than it is open', () => {
  expect(nextFree(HALL, [], span('03T09:00', '03T19:00'), 1)).toBeNull();
});

it('chooses free parts only, the lowest, and as many as wanted', () => {
  const held = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 })), { maxLength: 8 });
  fc.assert(
    fc.property(held, fc.integer({ min: 1, max: 20 }), (given, wanted) => {
      const during = span('03T09:00', '03T10:00');
      const taken = given.map(([low, size]): Held => ({ ...during, parts: [[low, low + size]] }));
      const numbers = new Set(taken.flatMap(({ parts }) => spell(parts)));
      const free = Array.from({ length: 20 }, (_, index) => index + 1).filter((number) => !numbers.has(number));
      const chosen = lowest(freeParts(20, taken, during), wanted);
      const spelled = chosen && spell(chosen);
      expect(spelled).toEqual(free.length < wanted ? null : free.slice(0, wanted));
      expect(countOf(freeParts(20, taken, during))).toBe(free.length);
    }),
  );
});
