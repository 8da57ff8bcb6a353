import type { Case, CaseRow } from './case.ts';

/** Columns that every step changes; the event says them elsewhere. */
const ENGINE = ['id', 'state', 'version', 'enteredAt', 'yellowAt', 'dueAt', 'heldState', 'updatedAt', 'search'];

type Values = Readonly<Record<string, unknown>>;

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

const isValue = (value: unknown) =>
  value === null || value instanceof Date || !['object', 'function'].includes(typeof value);

/** A step that has changed these properties of a row. */
interface Change {
  readonly row: CaseRow;
  readonly before: Values;
  readonly changed: readonly string[];
}

/** Old and new value of what a step changed, without sealed columns and without what the engine itself keeps. */
export function changesOf(of: Case, { row, before, changed }: Change): Record<string, readonly [unknown, unknown]> {
  const after = row as unknown as Values;
  const told = changed.filter(
    (key) => !ENGINE.includes(key) && !of.sealed?.includes(key) && isValue(before[key]) && isValue(after[key]),
  );
  return Object.fromEntries(told.map((key) => [key, [plain(before[key]), plain(after[key])]]));
}
