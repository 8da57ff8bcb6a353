import { expect, it } from '@jest/globals';
import { alike } from './alike.ts';

const heard = (body: object, status = 200) => ({ status, body: JSON.stringify(body) });
const refused = (path: readonly (string | number)[], message = 'no') => ({ message, locations: [{ line: path.length, column: 1 }], path }); // prettier-ignore
const data = { order: { id: 'x', unit: null, street: { name: null } } };

it.each([
  ['the same bytes', heard({ data }), heard({ data }), true],
  ['another value', heard({ data }), heard({ data: { order: null } }), false],
  ['another status', heard({ data }), heard({ data }, 400), false],
  ['another field under one missing value', heard({ errors: [refused(['order', 'unit', 'id'])], data }), heard({ errors: [refused(['order', 'unit', 'seats', 0])], data }), true],
  ['another missing value', heard({ errors: [refused(['order', 'unit', 'id'])], data }), heard({ errors: [refused(['order', 'street', 'name'])], data }), false],
  ['another reason', heard({ errors: [refused(['order', 'unit', 'id'])], data }), heard({ errors: [refused(['order', 'unit', 'id'], 'never')], data }), false],
  ['no reason', heard({ errors: [refused(['order', 'unit', 'id'])], data }), heard({ data }), false],
] as const)('two answers with %s', (_what, one, other, expected) => void expect(alike(one, other)).toBe(expected)); // prettier-ignore
