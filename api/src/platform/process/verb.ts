import type { Predicate } from '../../kernel/predicate.ts';
import type { Fields, InputOf } from '../../kernel/field.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Role, Viewer } from '../../kernel/viewer.ts';
import type { Limit } from '../../kernel/limit.ts';
import { isAutomatic, type ActionOf, type Process } from '../../kernel/process.ts';
import type { Exchange } from '../graphql/context.ts';
import type { RootRule } from '../graphql/policy.ts';
import type { House } from '../house.ts';
import type { Case, CaseRow } from './case.ts';
import type { Transaction } from './transaction.ts';

/** An automatic step of another case. */
export interface FollowUp {
  readonly of: Case;
  readonly subjectId: string;
  readonly action: string;
}

/** What a verb reports of itself; it becomes part of the event. */
export interface Effect {
  readonly reason?: string | null;
  /** What was decided, measured, shown: everything a reader of the history wants. No contact details. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** The resident for whom it was done. */
  readonly onBehalfOf?: string | null;
  /** Who must hear of it beyond those whom the case always tells. */
  readonly unitIds?: readonly string[];
  readonly personIds?: readonly string[];
  /** New ends of running clocks: an extension. */
  readonly clocks?: Readonly<Record<string, Limit | Date>>;
  /** An automatic step that the case takes at once because of this one; runs in the same transaction. */
  readonly then?: string | undefined;
  /** Automatic steps of other cases, of this process or another, that follow from this one; run in the same transaction, in order. */
  readonly also?: readonly FollowUp[];
  /** What only this caller is told, once: the value of the field that the verb's `shows` names. Kept nowhere. */
  readonly shown?: unknown;
}

/** A field of the payload beside the case, and the class or scalar that shows it. */
export interface Shows {
  readonly field: string;
  readonly type: () => NonNullable<unknown>;
}

export interface CaseVerbContext<R extends CaseRow, L, I, A = unknown> {
  /** The locked row. Change it; the engine writes it. */
  readonly row: R;
  readonly links: L;
  /** What the verb asked for together with the row. */
  readonly asked: A;
  readonly input: I;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly transaction: Transaction;
}

interface VerbText {
  /** What the button says. */
  readonly label: string;
  /** One English sentence: what it does. */
  readonly about: string;
}

/** What a verb knows when it asks: the row travels at the same time. */
export interface AskContext<I> {
  readonly subject: { readonly id: string };
  readonly input: I;
  readonly viewer: Viewer;
  readonly transaction: Transaction;
}

export interface CaseVerbSpec<R extends CaseRow, L, F extends Fields, A = unknown> extends VerbText {
  readonly input?: F;
  /** The caller must send an idempotency key: retried calls have one effect. */
  readonly keyed?: boolean;
  /** Reads without changing anything: the version stays, the event is recorded. */
  readonly reading?: boolean;
  /**
   * When it makes sense to offer the act to those whom the table lets do it, over what is shown of the case: one that would be
   * refused for sure is not offered. The effect refuses with its own reason.
   */
  readonly offered?: Predicate;
  /**
   * Reads what the effect needs beyond the row and can be asked for without it, at most one statement: it costs no round trip, and is
   * read after the row is locked. Decides nothing, for nobody knows yet whether the caller may see the case.
   */
  asks?(context: AskContext<InputOf<F>>): Promise<A>;
  /** Checks the content and changes the row. Refuses by throwing a `Refusal`; state, clocks, event and audit are the engine's. */
  effect(context: CaseVerbContext<R, L, InputOf<F>, A>): Promise<Effect | void> | Effect | void;
  /** A better answer than WRONG_STATE when the table has no row for this action in the present state. */
  otherwise?(context: Omit<CaseVerbContext<R, L, InputOf<F>>, 'asked'>): Promise<Refusal | null> | Refusal | null;
  readonly shows?: Shows;
}

/** A step of a process: one row of the table, one file. */
export interface CaseVerb {
  readonly kind: 'CASE';
  readonly case: Case;
  readonly action: string;
  readonly label: string;
  readonly about: string;
  readonly fields: Fields;
  readonly keyed: boolean;
  readonly reading: boolean;
  readonly offered?: Predicate | undefined;
  readonly asks?: CaseVerbSpec<CaseRow, unknown, Fields>['asks'];
  readonly effect: CaseVerbSpec<CaseRow, unknown, Fields>['effect'];
  readonly otherwise?: CaseVerbSpec<CaseRow, unknown, Fields>['otherwise'];
  readonly shows?: Shows | undefined;
}

export interface CreateContext<I> {
  /** Identity of the new case, made beforehand so that a retried call finds it. */
  readonly id: string;
  readonly input: I;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly transaction: Transaction;
}

export interface CreateVerbSpec<R extends CaseRow, F extends Fields> extends VerbText {
  readonly input: F;
  readonly by: readonly Role[];
  create(context: CreateContext<InputOf<F>>): Promise<{ row: R; effect?: Effect }>;
}

/** Opens a case in the initial state of its process. Always keyed. */
export interface CreateVerb {
  readonly kind: 'CREATE';
  readonly case: Case;
  readonly action: string;
  readonly label: string;
  readonly about: string;
  readonly fields: Fields;
  readonly by: readonly Role[];
  readonly create: CreateVerbSpec<CaseRow, Fields>['create'];
}

export interface PlainVerbContext<I> {
  readonly input: I;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly transaction: Transaction;
  /** For cookies and the caller's address; absent when no browser stands behind the call. */
  readonly exchange: Exchange | null;
}

/** What a plain verb did: the value of the payload's field, and the event to record (none for a mere attempt). */
export interface PlainResult<T> {
  readonly value: T;
  readonly event?: { readonly subjectId: string; readonly effect?: Effect; readonly personId?: string };
}

/** What slow work before the transaction knows. */
export interface PrepareContext<I> extends Omit<PlainVerbContext<I>, 'transaction'> {
  readonly house: House;
}

export interface PlainVerbSpec<F extends Fields, T, P = undefined> extends VerbText {
  readonly noun: string;
  readonly action: string;
  readonly by: RootRule;
  readonly input?: F;
  readonly keyed?: boolean;
  readonly shows: Shows;
  /** A refusal is journalled as a failed login. */
  readonly signsIn?: boolean;
  /**
   * Slow work (a password's hash, a text message) and counting that stands whatever becomes of the rest.
   * Runs before the transaction and so holds no connection; what it returns is `prepared`.
   */
  prepare?(context: PrepareContext<InputOf<F>>): Promise<P>;
  perform(context: PlainVerbContext<InputOf<F>> & { readonly prepared: P }): Promise<PlainResult<T>>;
}

/** A use that belongs to no process: log in, publish a calendar. */
export interface PlainVerb {
  readonly kind: 'PLAIN';
  readonly noun: string;
  readonly action: string;
  readonly label: string;
  readonly about: string;
  readonly by: RootRule;
  readonly fields: Fields;
  readonly keyed: boolean;
  readonly shows: Shows;
  readonly signsIn: boolean;
  readonly prepare?: PlainVerbSpec<Fields, unknown, unknown>['prepare'];
  readonly perform: PlainVerbSpec<Fields, unknown, unknown>['perform'];
}

export type Verb = CaseVerb | CreateVerb | PlainVerb;

export function isVerb(value: unknown): value is Verb {
  return typeof value === 'object' && value !== null && ['CASE', 'CREATE', 'PLAIN'].includes((value as Verb).kind);
}

/** `claim` of noun `order` -> `orderClaim`: mutations sort by noun. */
export function mutationName(noun: string, action: string): string {
  return noun + action.charAt(0).toUpperCase() + action.slice(1);
}

/** The two ways in which verbs of one case are written: `verb('claim', {...})` and `opens('create', {...})`. */
export function verbsOf<R extends CaseRow, L, P extends Process>(of: Case<R, L>, _process: P) {
  const plain = of as unknown as Case;
  return {
    verb: <const F extends Fields, A = undefined>(action: ActionOf<P>, spec: CaseVerbSpec<R, L, F, A>): CaseVerb => ({
      ...{ kind: 'CASE', case: plain, action, label: spec.label, about: spec.about, fields: spec.input ?? {} },
      ...{ keyed: spec.keyed ?? false, reading: spec.reading ?? false },
      offered: spec.offered,
      asks: spec.asks,
      effect: spec.effect,
      otherwise: spec.otherwise,
      shows: spec.shows,
    }),
    opens: <const F extends Fields>(action: string, spec: CreateVerbSpec<R, F>): CreateVerb => ({
      ...{ kind: 'CREATE', case: plain, action, label: spec.label, about: spec.about, fields: spec.input, by: spec.by },
      create: spec.create,
    }),
  };
}

export function defineVerb<const F extends Fields, T, P = undefined>(spec: PlainVerbSpec<F, T, P>): PlainVerb {
  const { noun, action, label, about, by, shows, keyed = false, signsIn = false } = spec;
  return {
    ...{ kind: 'PLAIN', noun, action, label, about, by, shows, fields: spec.input ?? {}, keyed, signsIn },
    prepare: spec.prepare,
    perform: spec.perform,
  };
}

/** The verb by which a case takes a step by itself. Throws when the case has none: the table and the verbs are compared at the start. */
export function automaticVerbOf(verbs: readonly Verb[], of: Case, action: string): CaseVerb {
  const found = verbs.find(
    (verb): verb is CaseVerb => verb.kind === 'CASE' && verb.case === of && verb.action === action,
  );
  if (!found) throw new Error(`Process "${of.process.noun}" has no verb for ${action}`);
  return found;
}

/** Does nobody who calls take this step? Then there is no mutation for it. */
export function isAutomaticVerb(verb: CaseVerb): boolean {
  return verb.case.process.steps.every((step) => step.action !== verb.action || isAutomatic(step));
}

/** Throws, naming all of them, when a row of a table has no verb or a verb has no row. */
export function assertVerbsMatchTables(verbs: readonly Verb[], cases: readonly Case[]): void {
  const faults = cases.flatMap((of) => {
    const { noun, actions } = of.process;
    const written = verbs.filter((verb) => verb.kind === 'CASE' && verb.case === of).map((verb) => verb.action);
    const missing = actions
      .filter((action) => !written.includes(action))
      .map((action) => `${noun}: no file verbs/ for ${action}`);
    const idle = written
      .filter((action) => !actions.includes(action))
      .map((action) => `${noun}: no row in the table for ${action}`);
    const twice = written
      .filter((action, index) => written.indexOf(action) !== index)
      .map((action) => `${noun}: two verbs for ${action}`);
    return [...missing, ...idle, ...twice];
  });
  if (faults.length > 0) throw new Error(faults.join('; '));
}

/** Name of the mutation that a verb becomes. */
export const nameOf = (verb: Verb): string =>
  mutationName(verb.kind === 'PLAIN' ? verb.noun : verb.case.process.noun, verb.action);
