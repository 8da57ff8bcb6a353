import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, any, acts, always, atLeast, holds, is, isEmpty, isTrue, link, never, not, oneOf, scopeWithin, type Predicate } from './predicate.ts'; // prettier-ignore
import { branchesOf } from './predicate-branches.ts';
import type { Role, Viewer } from './viewer.ts';

const ROLES: readonly Role[] = ['RESIDENT', 'UNIT_LIAISON', 'STREET_REVIEWER'];
const leaf: fc.Arbitrary<Predicate> = fc.constantFrom(
  ...[always, never, acts('RESIDENT'), acts('UNIT_LIAISON', 'RESIDENT')],
  ...[is('ordererId', 'PERSON'), is('unitId', 'UNIT'), is('streetCode', 'SCOPE'), scopeWithin('streetCode')],
  ...[oneOf('state', ['A']), oneOf('state', ['B', 'C']), isTrue('flag'), isEmpty('unitId'), atLeast('count', 2)],
  ...[link('eligible'), link('share', 'X'), link('share', 'Y')],
);
const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'medium' },
    leaf,
    fc.array(tie('predicate'), { maxLength: 4 }).map((parts) => all(...parts)),
    fc.array(tie('predicate'), { maxLength: 4 }).map((parts) => any(...parts)),
    tie('predicate').map(not),
  ),
}));
const code = fc.constantFrom('610303001002', '610303001002001', '610303001000');
const viewer: fc.Arbitrary<Viewer> = fc
  .record({ role: fc.constantFrom(...ROLES), scope: code })
  .map(({ role, scope }) => ({
    ...{ kind: 'PERSON' as const, personId: 'p', sessionId: null },
    post: { id: 'x', role, scope, scopeName: '', endsAt: null },
  }));
const row = fc.record({
  ordererId: fc.constantFrom('p', 'q', null),
  unitId: fc.constantFrom('610303001002', null),
  streetCode: fc.option(code),
  state: fc.constantFrom('A', 'B', 'C', 'D'),
  flag: fc.option(fc.boolean()),
  count: fc.option(fc.integer({ min: 0, max: 4 })),
});
const links = fc.record({ eligible: fc.boolean(), share: fc.constantFrom('X', 'Y', 'Z', null) });

it('says the same in branches, for any condition, row and viewer', () => {
  fc.assert(
    fc.property(predicate, row, links, viewer, (condition, of, having, who) => {
      const met = branchesOf(condition, who).some((branch) => branch.every((part) => holds(part, of, having, who)));
      expect(met).toBe(holds(condition, of, having, who));
    }),
    { numRuns: 20_000 },
  );
});

it('leaves out of a branch what others cover', () => {
  const resident: Viewer = { kind: 'PERSON', personId: 'p', sessionId: null, post: { id: 'x', role: 'RESIDENT', scope: 's', scopeName: '', endsAt: null } }; // prettier-ignore
  const mine = is('ordererId', 'PERSON');
  const near = is('streetCode', 'SCOPE');
  const open = isTrue('flag');
  expect(branchesOf(any(mine, all(not(mine), near), all(near, open)), resident)).toEqual([[mine], [near]]);
  expect(branchesOf(any(all(open, oneOf('state', ['A'])), all(open, oneOf('state', ['B']))), resident)).toEqual([
    [open, oneOf('state', ['A', 'B'])],
  ]);
  expect(branchesOf(acts('STREET_REVIEWER'), resident)).toEqual([]);
  expect(branchesOf(any(always, mine), resident)).toEqual([[]]);
});
