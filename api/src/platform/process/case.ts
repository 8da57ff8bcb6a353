import type { EntitySchema } from '@mikro-orm/core';
import type { Places } from '../../kernel/event.ts';
import type { Limit } from '../../kernel/limit.ts';
import type { NoticeRules } from '../../kernel/notice.ts';
import type { Process } from '../../kernel/process.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Loading } from '../graphql/context.ts';
import type { Transaction } from './transaction.ts';

/** What every row has that runs through a process. */
export interface CaseRow {
  id: string;
  state: string;
  /** The state to which a case on hold returns. */
  heldState?: string | null;
  /** Counts changes; the engine raises it and refuses a write over a newer one. */
  version: number;
  enteredAt: Date;
  /** The leading clock, for lists: when it turns yellow and red. Null where nobody owes anything. */
  yellowAt?: Date | null;
  dueAt?: Date | null;
}

/** A limit, a fixed end, or `NONE`: the duty does not exist at present. */
export type DutyLimit = Limit | Date | 'NONE';

/** Who stands how towards a case, and what follows from it. The one place where rights over a case are decided. */
export interface CasePolicy<R extends CaseRow, L> {
  /**
   * Loads what relations depend on beyond the row (an audience, a share), at most one statement. It travels with the one that reads
   * the row and is answered after it, so it knows no more than the id.
   */
  links(subject: { readonly id: string }, viewer: Viewer, transaction: Transaction): Promise<L>;
  /** The relations in which the viewer stands to the case; the process table says what each may do. */
  relations(row: R, viewer: Viewer, links: L): ReadonlySet<string>;
  /** May the viewer know that the case exists? Otherwise it answers exactly like one that does not. */
  visible(row: R, viewer: Viewer, links: L): boolean;
  /** May the viewer, to whom the case is visible, look at this file of it? */
  seesFile(row: R, viewer: Viewer, links: L, file: CaseFile): boolean;
}

/** What the policy needs to know of a file that belongs to a case. */
export interface CaseFile {
  readonly uploaderId: string;
  /** What it shows: BEFORE, AFTER, CHECK, EVIDENCE. */
  readonly purpose: string;
  /** Whoever uploaded it agreed that it may be shown beyond those who work on the case. */
  readonly publishConsent: boolean;
}

/** A thing that runs through a process: the table, the row, the policy, and how it is shown. */
export interface Case<R extends CaseRow = CaseRow, L = unknown> {
  readonly process: Process;
  /** The MikroORM entity. */
  readonly row: EntitySchema<R>;
  /** The type-graphql class that shows the case; payloads carry it. */
  readonly type: () => NonNullable<unknown>;
  /** Reads cases as the viewer may see them, for the payloads of their verbs. */
  readonly shown: Loading<string, unknown>;
  readonly policy: CasePolicy<R, L>;
  places(row: R): Places;
  /** Units and persons that hear of every change, wherever they sit. */
  concerned(row: R): { readonly unitIds: readonly string[]; readonly personIds: readonly string[] };
  /** The limit of a duty where settings or the case itself overrule the table: a limit, a fixed end, or no such duty now. */
  limit?(action: string, row: R, transaction: Transaction): Promise<DutyLimit | null>;
  /** Name of the unit that holds the case, told to those refused because of it. */
  holder?(row: R, transaction: Transaction): Promise<string | null>;
  /** Which acts come into whose inbox. */
  readonly notices?: NoticeRules;
  /** What the case is called in an inbox. Kept with every event for ever: nothing that not everybody who is told may read. */
  headline?(row: R): string;
  /** Columns whose old and new values stay out of the event: contact details. */
  readonly sealed?: readonly string[];
}

export const defineCase = <R extends CaseRow, L>(definition: Case<R, L>): Case<R, L> => definition;
