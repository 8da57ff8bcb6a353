import { settle, type Predicate, type Settled } from './predicate.ts';
import type { Viewer } from './viewer.ts';

/** Conditions that must all hold. */
export type Branch = readonly Predicate[];

/** A condition with more alternatives than this is left as it is. */
const MOST = 12;

/**
 * A condition as alternatives, for viewers of one kind: a row meets it when it meets one branch. What one branch covers is
 * left out of the others, so that each speaks of what an index can find: of "mine, or not mine but my unit's" remains "mine, or my unit's".
 * No branch: nothing meets it. A branch without conditions: everything does.
 */
export function branchesOf(predicate: Predicate, viewer: Viewer, known: Settled = {}): readonly Branch[] {
  const settled = settle(predicate, viewer, known);
  const branches = alternatives(settled);
  if (branches === null) return [[settled]];
  return merged(absorbed(branches.map(distinct)));
}

/** Disjunctive normal form, or null when it would grow too large. */
function alternatives(predicate: Predicate): Branch[] | null {
  switch (predicate.kind) {
    case 'CONSTANT':
      return predicate.value ? [[]] : [];
    case 'ANY': {
      const parts = merge(predicate.of).map(alternatives);
      return within(parts.some((part) => part === null) ? null : (parts as Branch[][]).flat());
    }
    case 'ALL':
      return predicate.of.map(alternatives).reduce<Branch[] | null>(
        (left, right) => {
          return left && right && within(left.flatMap((one) => right.map((other) => [...one, ...other])));
        },
        [[]],
      );
    default:
      return [[predicate]];
  }
}

const within = (branches: Branch[] | null): Branch[] | null =>
  branches === null || branches.length > MOST * MOST ? null : branches;

const nameOf = (predicate: Predicate): string => JSON.stringify(predicate);

const distinct = (branch: Branch): Branch => [...new Map(branch.map((part) => [nameOf(part), part])).values()];

/** Leaves out what others cover, until nothing changes. */
function absorbed(branches: readonly Branch[]): readonly Branch[] {
  const freed = branches.map((branch, index) =>
    freedOf(
      branch,
      branches.filter((_, other) => other !== index),
    ),
  );
  const kept = freed.filter(
    (branch, index) => !freed.some((other, place) => covers(other, branch, place < index) && place !== index),
  );
  const same =
    kept.length === branches.length && kept.every((branch, index) => branch.length === branches[index]!.length);
  return same ? kept : absorbed(kept);
}

/** Does every row of `branch` meet `other`? Of two equal ones the first covers the second. */
function covers(other: Branch, branch: Branch, isEarlier: boolean): boolean {
  const names = new Set(branch.map(nameOf));
  if (!other.every((part) => names.has(nameOf(part)))) return false;
  return other.length < branch.length || isEarlier;
}

/**
 * A branch without one negation that others make needless: "not x" beside a branch that, but for x, asks no more. One at a
 * time: each may be what makes another needless.
 */
function freedOf(branch: Branch, others: readonly Branch[]): Branch {
  const needless = branch.findIndex((part) => {
    if (part.kind !== 'NOT') return false;
    const denied = nameOf(part.of);
    const rest = new Set(branch.filter((one) => one !== part).map(nameOf));
    return others.some((other) => {
      const asked = other.map(nameOf);
      return asked.includes(denied) && asked.every((name) => name === denied || rest.has(name));
    });
  });
  return needless < 0 ? branch : branch.filter((_, index) => index !== needless);
}

/** Branches that differ only in which values of one column or link they take are one. */
function merged(branches: readonly Branch[]): readonly Branch[] {
  const all: Branch[] = [];
  for (const branch of branches) {
    const twin = all.findIndex((one) => differInValues(one, branch));
    if (twin < 0) all.push(branch);
    else all[twin] = all[twin]!.map((part, index) => merge([part, branch[index]!])[0]!);
  }
  return all;
}

function differInValues(one: Branch, other: Branch): boolean {
  if (one.length !== other.length) return false;
  const different = one.filter((part, index) => nameOf(part) !== nameOf(other[index]!));
  const place = one.findIndex((part) => part === different[0]);
  return different.length === 1 && merge([one[place]!, other[place]!]).length === 1;
}

/** Alternatives over the values of one column or link, as one. */
function merge(alternatives_: readonly Predicate[]): readonly Predicate[] {
  const kept: Predicate[] = [];
  for (const part of alternatives_.flatMap((one) => (one.kind === 'ANY' ? merge(one.of) : [one]))) {
    const place = kept.findIndex((one) => subjectOf(one) !== null && subjectOf(one) === subjectOf(part));
    if (place < 0) kept.push(part);
    else
      kept[place] = {
        ...kept[place]!,
        values: [...new Set([...valuesOf(kept[place]!), ...valuesOf(part)])],
      } as Predicate;
  }
  return kept;
}

const valuesOf = (predicate: Predicate): readonly string[] => ('values' in predicate ? predicate.values : []);

function subjectOf(predicate: Predicate): string | null {
  if (predicate.kind === 'ONE_OF') return `column ${predicate.column}`;
  return predicate.kind === 'LINK' && predicate.values.length > 0 ? `link ${predicate.link}` : null;
}
