import { describe, expect, it } from '@jest/globals';
import { actsAs, NOBODY, ROLES, scopeAt, THE_CLOCK, unitOf, type Role, type Viewer } from './viewer.ts';

const as = (role: Role, scope: string): Viewer => ({
  ...{ kind: 'PERSON', personId: 'p1', sessionId: 's1' },
  post: { id: 'post1', role, scope, scopeName: '某地', endsAt: null },
});
const reviewer = as('STREET_REVIEWER', '610303001000');
const liaison = as('UNIT_LIAISON', 'unit-1');

it.each([
  ['the reviewer at the street', reviewer, 'street', '610303001000'],
  ['the reviewer at the district', reviewer, 'district', null],
  ['the reviewer at a unit', reviewer, 'unit', null],
  ['the liaison at a unit', liaison, 'unit', 'unit-1'],
  ['the liaison at the street', liaison, 'street', null],
  ['nobody at the street', NOBODY, 'street', null],
  ['the clock at a unit', THE_CLOCK, 'unit', null],
] as const)('%s', (_, viewer, level, scope) => {
  expect(scopeAt(viewer, level)).toBe(scope);
  if (level === 'unit') expect(unitOf(viewer)).toBe(scope);
});

it.each([
  ['in the role', reviewer, 'STREET_REVIEWER', undefined, true],
  ['in the role, there', reviewer, 'STREET_REVIEWER', '610303001000', true],
  ['in the role, elsewhere', reviewer, 'STREET_REVIEWER', '610303002000', false],
  ['in the role, nowhere', reviewer, 'STREET_REVIEWER', null, false], // a place that is not known is not any place
  ['in another role, there', reviewer, 'STREET_COMMITTEE', '610303001000', false],
  ['nobody', NOBODY, 'RESIDENT', undefined, false],
  ['nobody, nowhere', NOBODY, 'RESIDENT', null, false],
  ['the clock', THE_CLOCK, 'SYSTEM_ADMIN', undefined, false],
] as const)('acts %s', (_, viewer, role, scope, expected) => expect(actsAs(viewer, role, scope)).toBe(expected));

describe('roles', () => {
  it.each(Object.entries(ROLES))('%s has a label and says what it is for', (_, { label, about }) => {
    expect(label).toMatch(/\p{Script=Han}/u);
    expect(about.endsWith('.')).toBe(true);
  });

  it('nobody and the clock cannot be changed', () => {
    expect(Object.isFrozen(NOBODY) && Object.isFrozen(THE_CLOCK)).toBe(true);
  });
});
