import { common, type Refusal } from '../../../kernel/refusal.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { mayAsk } from '../../../platform/graphql/policy.ts';
import type { Part } from '../../../platform/process/perform-together.ts';
import { nameOf, type PlainVerb, type Verb } from '../../../platform/process/verb.ts';
import type { ImportColumn } from './column.ts';
import { peopleImport } from './people.import.ts';
import { unitsImport } from './units.import.ts';
import { sheetReasons } from '../sheet.reasons.ts';

/** The values of a row, by field of the verbs; blank cells are null. */
export type Values = Readonly<Record<string, unknown>>;

/** What can be imported: columns, and which verbs a row calls. */
export interface ImportKind {
  /** As in the address. */
  readonly name: string;
  /** What a row is. */
  readonly title: string;
  /** Mutations that a row calls, in order. */
  readonly verbs: readonly string[];
  readonly columns: readonly ImportColumn[];
  /** Sentences above the columns in the instructions. */
  readonly notes: readonly string[];
  /** Which of the verbs this row calls, and with what. */
  parts(values: Values, verbs: readonly PlainVerb[]): readonly Part[];
  /** What is wrong with a row beyond its cells: field and refusal. */
  check?(values: Values): readonly Refusal[];
}

const KINDS: readonly ImportKind[] = [unitsImport, peopleImport];

/** The kind of that name. Refuses whoever may not call its verbs. */
export function kindFor(name: string, viewer: Viewer, verbs: readonly Verb[]): ImportKind {
  if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
  const kind = KINDS.find((one) => one.name === name) ?? sheetReasons.refuse('SHEET_UNKNOWN');
  for (const { by, label } of verbsOfKind(kind, verbs))
    if (!mayAsk(by, viewer)) common.refuse('NOT_ALLOWED', { values: { action: label } });
  return kind;
}

/** The columns of a kind that there is. */
export const columnsOf = (name: string): readonly ImportColumn[] =>
  KINDS.find((one) => one.name === name)?.columns ?? [];

export function verbsOfKind(kind: ImportKind, verbs: readonly Verb[]): readonly PlainVerb[] {
  return kind.verbs.map((name) => {
    const found = verbs.find((verb): verb is PlainVerb => verb.kind === 'PLAIN' && nameOf(verb) === name);
    if (!found) throw new Error(`There is no verb ${name} to import by`);
    return found;
  });
}
