import type { Case, CaseRow } from './case.ts';

/** Columns that every step changes; the event says them elsewhere. */
const ENGINE = ['id', 'state', 'version', 'enteredAt', 'yellowAt', 'dueAt', 'heldState', 'updatedAt', 'search'];

type Values = Readonly<Record<string, unknown>>;

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** The values of a row before a step, without sealed columns and without what the engine itself keeps. */
export function snapshotOf(of: Case, row: CaseRow): Values {
  const hidden = new Set([...ENGINE, ...(of.sealed ?? [])]);
  const entries = Object.entries(row).filter(([key, value]) => !hidden.has(key) && isValue(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}

const isValue = (value: unknown) =>
  value === null || value instanceof Date || !['object', 'function'].includes(typeof value);

/** Old and new value of every column that a step changed. */
export function changesOf(of: Case, before: Values, row: CaseRow): Record<string, readonly [unknown, unknown]> {
  const after = snapshotOf(of, row);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...keys].filter((key) => (before[key] ?? null) !== (after[key] ?? null));
  return Object.fromEntries(changed.map((key) => [key, [before[key] ?? null, after[key] ?? null]]));
}
