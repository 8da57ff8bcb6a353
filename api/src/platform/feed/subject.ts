import { v5 } from 'uuid';

// Any UUID, the same for ever: with another one the history of everything that has a code would be lost.
const CODES = '0c3dbe7a-3f0e-5d0a-9d52-6103030000aa';

/** The subject of events about a thing that is known by a code instead of an id: a division, a year of the calendar, a category. */
export function subjectOfCode(noun: string, code: string): string {
  return v5(`${noun}:${code}`, CODES);
}
