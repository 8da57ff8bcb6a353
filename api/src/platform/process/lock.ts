import { Table } from '../database/table.ts';
import type { Case, CaseRow } from './case.ts';
import { KEEP_KEY, keyValues, type Key } from './idempotency.ts';
import type { Transaction } from './transaction.ts';

// A row that changed while its lock was waited for is looked at again as it has become: whoever waits for a step that somebody
// else has taken meanwhile goes away without the lock, and holds up nobody behind.
const wanted = (id: string, states: string) =>
  `t.id = ${id}::uuid AND (${states}::text[] IS NULL OR t.state = ANY (${states}::text[]))`;

/** Locks the row, so that people who act on one case at once are put in line; null when there is none, or it is in none of `states`. */
export async function lockCase(
  of: Case,
  subjectId: string,
  { rows }: Transaction,
  states: readonly string[] | null = null,
): Promise<CaseRow | null> {
  const { name, text } = Table.of(of.row).reading('lock', lockText);
  const [row] = await rows<CaseRow>(name, text, [subjectId, states]);
  return row ?? null;
}

const lockText = (columns: string, table: string) =>
  `SELECT ${columns} FROM ${table} WHERE ${wanted('$1', '$2')} FOR UPDATE`;

/** A case that is locked if the key of the call is new. */
export interface KeyedLock {
  readonly of: Case;
  readonly subjectId: string;
  readonly key: Key;
  readonly states: readonly string[] | null;
}

/**
 * Takes the key and locks the row, in one statement; `isNew` says whether the key was. Here everything but the row itself is seen as
 * it was before the lock was waited for, so nothing else is read with it.
 */
export async function lockWithKey(
  { of, subjectId, key, states }: KeyedLock,
  { rows, now }: Transaction,
): Promise<{ readonly isNew: boolean; readonly row: CaseRow | null }> {
  const { name, text } = Table.of(of.row).reading('key-and-lock', keyedText);
  const [found] = await rows<CaseRow & { isNew: boolean }>(name, text, [...keyValues(key, subjectId, now), states]);
  const { isNew, id } = found!;
  // Without a row all of its columns are null.
  return { isNew, row: (id as string | null) === null ? null : found! };
}

const keyedText = (columns: string, table: string) => `
  WITH kept AS (${KEEP_KEY})
  SELECT k."isNew", c.* FROM (SELECT EXISTS (SELECT FROM kept) AS "isNew") k
  LEFT JOIN LATERAL (SELECT ${columns} FROM ${table} WHERE k."isNew" AND ${wanted('$5', '$7')} FOR UPDATE) c ON true`;

/** The row as it is committed, without a lock. */
export async function readCase(of: Case, subjectId: string, { rows }: Transaction): Promise<CaseRow | null> {
  const { name, text } = Table.of(of.row).reading('read', readText);
  const [row] = await rows<CaseRow>(name, text, [subjectId]);
  return row ?? null;
}

const readText = (columns: string, table: string) => `SELECT ${columns} FROM ${table} WHERE t.id = $1`;

/** Writes what has changed of a locked row, when the next thing is asked or with the commit. Returns the properties. */
export function writeCase(
  of: Case,
  row: CaseRow,
  before: Readonly<Record<string, unknown>>,
  { later }: Transaction,
): string[] {
  const table = Table.of(of.row);
  const changed = table.changed(row, before);
  if (changed.length === 0) return changed;
  later(table.update(row, before, changed));
  row.version += 1;
  return changed;
}
