import { createHash } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import { performTogether } from '../../../platform/process/perform-together.ts';
import type { Caller } from '../../../platform/process/perform.ts';
import type { PlainVerb } from '../../../platform/process/verb.ts';
import { LIMITS } from '../sheet.limits.ts';
import { cellReasons } from '../sheet.reasons.ts';
import type { ImportColumn } from './column.ts';
import type { ImportKind, Values } from './kind.ts';
import type { Lists } from './lists.ts';
import type { WrittenRow, WrittenTable } from './table.ts';

/** What is wrong with a row: in a column, or with the whole of it (null), and what to mend. */
export interface Fault {
  readonly column: string | null;
  readonly message: string;
}

export type RowOutcome =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'REPEATED' }
  | { readonly kind: 'FAILED'; readonly faults: readonly Fault[] };

export interface RowWork {
  readonly kind: ImportKind;
  readonly verbs: readonly PlainVerb[];
  readonly table: WrittenTable;
  readonly lists: Lists;
  readonly caller: Caller;
}

/** Imports a row by the verbs of its kind: the whole of it, or nothing and why. The same words again are the same row, however often they come. */
export async function importRow(row: WrittenRow, work: RowWork): Promise<RowOutcome> {
  const { kind, verbs, caller } = work;
  const { values, faults } = valuesOf(row, work);
  if (faults.length > 0) return { kind: 'FAILED', faults };
  const parts = kind.parts(values, verbs);
  try {
    const outcome = await performTogether({ name: `sheet-${kind.name}`, key: keyOf(row, work), parts }, caller);
    if (!outcome.ok) return { kind: 'FAILED', faults: [faultOf(outcome.refusal, kind)] };
    return { kind: outcome.repeated ? 'REPEATED' : 'DONE' };
  } catch (error) {
    caller.house.log.error({ err: error, requestId: caller.requestId }, 'a row could not be imported');
    return { kind: 'FAILED', faults: [{ column: null, message: cellReasons.sentences.ROW_FAULT }] };
  }
}

/** Every fault of the row at once: whoever mends it sees all of them. */
function valuesOf(
  row: WrittenRow,
  { kind, verbs, table, lists }: RowWork,
): { values: Values; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const attempt = <T>(column: string | null, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push({ column, message: error.message });
      return null;
    }
  };
  const entries = kind.columns.map((column) => {
    const text = row.cells[table.places[column.key] ?? -1] ?? '';
    return [column.key, attempt(column.key, () => checked(column, text, { verbs, lists }))] as const;
  });
  const values = Object.fromEntries(entries);
  if (faults.length === 0) faults.push(...(kind.check?.(values) ?? []).map((refusal) => faultOf(refusal, kind)));
  return { values, faults };
}

/** The value of a cell, as far as it can be judged without the rest. */
function checked(column: ImportColumn, text: string, { verbs, lists }: Pick<RowWork, 'verbs' | 'lists'>): unknown {
  const { key, label, required } = column;
  if (text === '') return required ? cellReasons.refuse('CELL_REQUIRED', { values: { label } }) : null;
  if (text.length > LIMITS.cell) cellReasons.refuse('CELL_TOO_LONG', { values: { label } });
  if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|ERROR!)/.test(text))
    cellReasons.refuse('CELL_FAULT', { values: { label } });
  const value = column.read(text, lists);
  const field = verbs.map(({ fields }) => fields[key]).find((one) => one !== undefined);
  field?.parse(value, ['input', key]);
  return value;
}

function faultOf({ path, message }: Refusal, { columns }: ImportKind): Fault {
  const column = columns.find(({ key }) => key === path[1]);
  return { column: column?.key ?? null, message };
}

/** Of what the row says; a password is no part of it, for the key is kept. */
function keyOf(row: WrittenRow, { kind, table, caller }: RowWork): string {
  const said = kind.columns
    .filter(({ secret }) => !secret)
    .map(({ key }) => [key, row.cells[table.places[key] ?? -1] ?? '']);
  const text = JSON.stringify(said);
  // Keyed, for a phone number alone could be guessed from a plain digest.
  return createHash('sha256').update(caller.house.sealer.blindIndex(text)).digest('base64url');
}
