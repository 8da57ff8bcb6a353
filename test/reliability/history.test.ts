import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeClaims, type Answer, type Attempt, type Fault } from '../support/history.ts';

const claim = (unit: string, call: number, ret: number, answer: Answer): Attempt => ({
  ...{ order: 'one', call, ret, what: { claim: unit }, answer },
});
const look = (call: number, ret: number, holder: string | null): Attempt => ({
  ...{ order: 'one', call, ret, what: { look: true }, answer: { kind: 'saw', holder } },
});
const won: Answer = { kind: 'won' };
const lost = (to: string): Answer => ({ kind: 'lost', to });
const unknown: Answer = { kind: 'unknown' };
const faultsOf = (history: Attempt[], final: string | null) =>
  judgeClaims(history, new Map([['one', final]])).map(({ fault }) => fault);

describe('the judge of claims', () => {
  it.each<[string, Attempt[], string | null]>([
    ['one wins, the others hear who', [claim('a', 0, 5, won), claim('b', 1, 6, lost('a'))], 'a'],
    ['nobody came', [], null],
    ['an answer was lost, but it happened', [claim('a', 0, 0, unknown), claim('b', 3, 4, lost('a'))], 'a'],
    ['an answer was lost, and it did not happen', [claim('a', 0, 0, unknown)], null],
    ['lost, tried again with the same key', [claim('a', 0, 0, unknown), claim('a', 5, 6, won)], 'a'],
    ['nobody seen while it was being claimed', [claim('a', 0, 5, won), look(1, 2, null), look(3, 4, 'a')], 'a'],
  ])('accepts: %s', (_, history, final) => expect(faultsOf(history, final)).toEqual([]));

  it.each<[Fault, Attempt[], string | null]>([
    ['TWO_WINNERS', [claim('a', 0, 1, won), claim('b', 2, 3, won)], 'a'],
    ['WINNER_NOT_DURABLE', [claim('a', 0, 1, won), claim('b', 0, 0, unknown)], 'b'],
    ['WINNER_FROM_NOWHERE', [look(0, 1, null)], 'c'],
    ['NO_WINNER', [claim('a', 0, 1, lost('b'))], null],
    ['EFFECT_BEFORE_CAUSE', [look(0, 1, 'a'), claim('a', 2, 3, won)], 'a'],
    ['REFUSED_WITH_WRONG_WINNER', [claim('a', 0, 1, won), claim('b', 2, 3, lost('c'))], 'a'],
    ['REFUSED_WITH_WRONG_WINNER', [claim('a', 0, 1, won), claim('a', 2, 3, lost('a'))], 'a'],
    ['SAW_WHAT_NEVER_WAS', [claim('a', 0, 1, won), look(2, 3, 'b')], 'a'],
    ['STALE_LOOK', [claim('a', 0, 1, won), look(2, 3, null)], 'a'],
  ])('finds %s', (fault, history, final) => expect(faultsOf(history, final)).toContain(fault));

  it('finds an order that is gone', () => {
    expect(judgeClaims([claim('a', 0, 1, won)], new Map())).toEqual([{ order: 'one', fault: 'LOST_ORDER' }]);
  });

  it('agrees with trying every order of events, on random histories', () => {
    const unit = fc.constantFrom('a', 'b');
    const holder = fc.constantFrom('a', 'b', null);
    const times = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 }));
    const answer = fc.oneof(
      fc.constant(won),
      fc.constant(unknown),
      unit.map((to): Answer => ({ kind: 'lost', to })),
    );
    const attempt = fc.oneof(
      fc.tuple(unit, times, answer).map(([by, [at, long], said]) => claim(by, at, at + long, said)),
      fc.tuple(holder, times).map(([seen, [at, long]]) => look(at, at + long, seen)),
    );
    const history = fc.array(attempt, { maxLength: 5 });
    let sound = 0;
    fc.assert(
      fc.property(history, holder, (attempts, final) => {
        const possible = canBeOrdered([...attempts, look(100, 101, final)]);
        if (possible) sound += 1;
        expect(faultsOf(attempts, final).length === 0).toBe(possible);
      }),
      { numRuns: 20_000, seed: 7 },
    );
    // Both answers must have been tried.
    expect(sound).toBeGreaterThan(1000);
  });
});

/** Tries all orders in which the attempts can have taken effect, one after the other, each between its call and its answer. */
function canBeOrdered(attempts: readonly Attempt[], state: string | null = null): boolean {
  const done = attempts.every(({ answer }) => answer.kind === 'unknown');
  if (done) return true;
  const first = Math.min(...attempts.map(({ answer, ret }) => (answer.kind === 'unknown' ? Infinity : ret)));
  return attempts.some((attempt, index) => {
    if (attempt.call > first) return false;
    const next = after(state, attempt);
    return next !== undefined && canBeOrdered(attempts.toSpliced(index, 1), next);
  });
}

/** Who holds the order after the attempt; undefined when its answer cannot have been given. */
function after(state: string | null, { what, answer }: Attempt): string | null | undefined {
  if ('look' in what) return answer.kind === 'saw' && answer.holder === state ? state : undefined;
  const wins = state === null || state === what.claim;
  if (answer.kind === 'unknown') return state ?? what.claim;
  if (answer.kind === 'won') return wins ? what.claim : undefined;
  return answer.kind === 'lost' && !wins && answer.to === state ? state : undefined;
}
