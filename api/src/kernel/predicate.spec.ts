import { describe, expect, it } from '@jest/globals';
import { acts, all, always, any, atLeast, holds, is, isEmpty, isTrue, link, never, not, oneOf, scopeWithin, settle, type Predicate } from './predicate.ts'; // prettier-ignore
import { NOBODY, type Role, type Viewer } from './viewer.ts';

const as = (role: Role, scope = 's1'): Viewer => ({
  ...{ kind: 'PERSON', personId: 'p1', sessionId: 'x' },
  post: { id: 'y', role, scope, scopeName: scope, endsAt: null },
});
const row = {
  state: 'OPEN',
  streetCode: 's1',
  ordererId: 'p1',
  unitId: null,
  onBehalf: true,
  count: 2,
  communityCode: '610303001002',
};

describe('a predicate', () => {
  it.each([
    ['a constant', always, as('RESIDENT'), true],
    ['a role', acts('RESIDENT', 'VOLUNTEER'), as('RESIDENT'), true],
    ['another role', acts('VOLUNTEER'), as('RESIDENT'), false],
    ['a role of nobody', acts('RESIDENT'), NOBODY, false],
    ['the own person', is('ordererId', 'PERSON'), as('RESIDENT'), true],
    ['the own scope', is('streetCode', 'SCOPE'), as('STREET_REVIEWER'), true],
    ['another scope', is('streetCode', 'SCOPE'), as('STREET_REVIEWER', 's2'), false],
    ['an empty column is nobody’s', is('unitId', 'UNIT'), as('UNIT_LIAISON', 'u1'), false],
    ['who has no unit owns none', is('unitId', 'UNIT'), as('RESIDENT'), false],
    ['one of several values', oneOf('state', ['OPEN', 'CLAIMED']), as('RESIDENT'), true],
    ['a flag', isTrue('onBehalf'), as('RESIDENT'), true],
    ['an empty column', isEmpty('unitId'), as('RESIDENT'), true],
    ['a number', atLeast('count', 2), as('RESIDENT'), true],
    ['a smaller number', atLeast('count', 3), as('RESIDENT'), false],
    ['a scope within', scopeWithin('communityCode'), as('GRID_WORKER', '610303001002003'), true],
    ['a link that is there', link('eligible'), as('UNIT_LIAISON'), true],
    ['a link with a value', link('share', 'INVITED'), as('UNIT_LIAISON'), true],
    ['a link with another value', link('share', 'ACCEPTED'), as('UNIT_LIAISON'), false],
    ['all', all(isTrue('onBehalf'), isEmpty('unitId')), as('RESIDENT'), true],
    ['any', any(never, isEmpty('unitId')), as('RESIDENT'), true],
    ['not', not(isEmpty('unitId')), as('RESIDENT'), false],
  ] as const)('of %s', (_name, predicate, viewer, expected) => {
    expect(holds(predicate, row, { eligible: true, share: 'INVITED' }, viewer)).toBe(expected);
  });

  it.each([
    ['a role that is not acted in closes an ALL', all(acts('VOLUNTEER'), isTrue('onBehalf')), never],
    ['a role that is acted in opens an ANY', any(acts('RESIDENT'), isTrue('onBehalf')), always],
    ['what is settled falls out', all(acts('RESIDENT'), isTrue('onBehalf')), isTrue('onBehalf')],
    ['NOT turns a constant', not(acts('VOLUNTEER')), always],
    [
      'a unit’s condition is never true for who has none',
      any(is('unitId', 'UNIT'), isTrue('onBehalf')),
      isTrue('onBehalf'),
    ],
    ['an empty ALL is true', all(), always],
    ['an empty ANY is false', any(), never],
  ] as const)('is settled for a viewer: %s', (_name, predicate: Predicate, expected: Predicate) => {
    expect(settle(predicate, as('RESIDENT'))).toEqual(expected);
  });
});
