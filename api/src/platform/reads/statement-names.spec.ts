import { expect, it } from '@jest/globals';
import { StatementNames } from './statement-names.ts';

it('names what is asked again, and takes the name from what was not asked for the longest', () => {
  const names = new StatementNames();
  const askedThrice = (text: string) => [names.of(text), names.of(text), names.of(text)];
  expect(askedThrice('a')).toEqual(['', '', expect.stringMatching(/^slot-\d+$/)]);
  const slot = names.of('a');
  const others = Array.from({ length: 999 }, (_, index) => askedThrice(`b${String(index)}`)[2]);
  expect(new Set([slot, ...others]).size).toBe(1000);
  // "a" was asked a moment ago: the name of the oldest other one goes on.
  expect(names.of('a')).toBe(slot);
  expect(askedThrice('c')[2]).toBe(others[0]);
  expect(names.of('a')).toBe(slot);
  expect(names.of('b0')).toBe('');
});
