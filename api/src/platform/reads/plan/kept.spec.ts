import { expect, it } from '@jest/globals';
import { Kept } from './kept.ts';

const kept = () => new Kept<string>(3, 10, ({ length }) => length);
const found = (of: Kept<string>, keys: string) => [...keys].filter((key) => of.get(key) !== undefined).join('');

it('lets go what was not asked for the longest when there are too many', () => {
  const some = kept();
  for (const key of 'abc') some.set(key, 'x');
  some.get('a');
  some.set('d', 'x');
  expect(found(some, 'abcd')).toBe('acd');
});

it('lets go as many as weigh too much, and keeps the last whatever it weighs', () => {
  const some = kept();
  some.set('a', 'xxxx');
  some.set('b', 'xxxx');
  some.set('b', 'xxxxx');
  expect(found(some, 'ab')).toBe('ab');
  some.set('c', 'xx');
  expect(found(some, 'abc')).toBe('bc');
  some.set('d', 'x'.repeat(99));
  expect(found(some, 'abcd')).toBe('d');
  some.set('e', 'x');
  expect(found(some, 'de')).toBe('e');
});
