import { isId, parseInput } from '../../kernel/field.ts';
import { common, Refusal } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Exchange } from '../graphql/context.ts';
import { mayAsk } from '../graphql/policy.ts';
import type { House } from '../house.ts';
import { appendEvent } from '../feed/outbox.ts';
import { firstOf, keyOf, takeKey } from './idempotency.ts';
import { openStep } from './opening.ts';
import type { Call, Outcome } from './outcome.ts';
import { eventOf } from './record.ts';
import { inTransaction, type Transaction } from './transaction.ts';
import { openCase, stepOpened } from './step.ts';
import { nameOf, type CaseVerb, type CreateVerb, type PlainVerb, type Verb } from './verb.ts';
import { newId } from '../identifier.ts';

/** Who calls, and through what. */
export interface Caller {
  readonly house: House;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly exchange: Exchange | null;
}

/**
 * One call of a verb, in one transaction: the state change, its event and its key together, or none of them.
 * A foreseen "no" comes back as data and is written to the journal; anything else is thrown.
 */
export async function perform(verb: Verb, call: Call, caller: Caller): Promise<Outcome> {
  const { house } = caller;
  try {
    const prepared = await prepare(verb, call, caller);
    const outcome = await inTransaction(house, (transaction) =>
      dispatch(verb, call, { ...caller, prepared }, transaction),
    );
    house.feed.wake();
    return outcome;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(verb, call, caller, error);
    return { ok: false, refusal: error };
  }
}

/** A caller whose plain verb has done its slow work. */
export interface Ready extends Caller {
  readonly prepared: unknown;
}

/** Does the slow work of a plain verb, after it is clear that the caller may call it. */
export async function prepare(verb: Verb, call: Call, { house, viewer, exchange }: Caller): Promise<unknown> {
  if (verb.kind !== 'PLAIN' || !verb.prepare) return undefined;
  admit(verb, viewer);
  return verb.prepare({ input: parseInput(verb.fields, call.input), viewer, now: house.now(), house, exchange });
}

function admit(verb: PlainVerb, viewer: Viewer): void {
  if (mayAsk(verb.by, viewer)) return;
  if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
  common.refuse('NOT_ALLOWED', { values: { action: verb.label } });
}

function dispatch(verb: Verb, call: Call, caller: Ready, transaction: Transaction): Promise<Outcome> {
  switch (verb.kind) {
    case 'CASE':
      return performStep(verb, call, caller, transaction);
    case 'CREATE':
      return performCreate(verb, call, caller, transaction);
    case 'PLAIN':
      return performPlain(verb, call, caller, transaction);
  }
}

async function performStep(verb: CaseVerb, call: Call, { viewer }: Caller, transaction: Transaction): Promise<Outcome> {
  if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
  if (!isId(call.subjectId!)) common.refuse('NOT_FOUND', { path: ['input', `${verb.case.process.noun}Id`] });
  const input = parseInput(verb.fields, call.input);
  const key = verb.keyed ? keyOf(nameOf(verb), call, viewer) : null;
  const request = { verb, subjectId: call.subjectId!, input, viewer, expectedVersion: call.expectedVersion };
  const opening = await openStep(request, key, transaction);
  if (key && !opening.isNew) return { ok: true, subjectId: await firstOf(key, transaction) };
  const effect = await stepOpened(request, opening, transaction);
  return { ok: true, subjectId: call.subjectId!, shown: effect.shown };
}

async function performCreate(
  verb: CreateVerb,
  call: Call,
  { viewer }: Caller,
  transaction: Transaction,
): Promise<Outcome> {
  if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
  if (!mayAsk(verb.by, viewer)) common.refuse('NOT_ALLOWED', { values: { action: verb.label } });
  const input = parseInput(verb.fields, call.input);
  const id = newId(transaction.now);
  const first = await takeKey(keyOf(nameOf(verb), call, viewer), id, transaction);
  if (first) return { ok: true, subjectId: first };
  await openCase(verb, { id, input, viewer, now: transaction.now, transaction });
  return { ok: true, subjectId: id };
}

/** A plain verb within a transaction: admitted, done, recorded. */
export async function performPlain(
  verb: PlainVerb,
  call: Call,
  caller: Ready,
  transaction: Transaction,
): Promise<Outcome> {
  const { viewer, exchange, prepared } = caller;
  admit(verb, viewer);
  const input = parseInput(verb.fields, call.input);
  if (verb.keyed) {
    const first = await takeKey(keyOf(nameOf(verb), call, viewer), viewer.personId!, transaction);
    if (first) return { ok: true, subjectId: first };
  }
  const { value, event } = await verb.perform({ input, viewer, now: transaction.now, transaction, exchange, prepared });
  if (event) {
    const actor = event.personId ? { ...viewer, personId: event.personId } : viewer;
    const { subjectId, effect } = event;
    appendEvent(
      transaction,
      eventOf({ noun: verb.noun, subjectId, action: verb.action, viewer: actor, at: transaction.now, effect }),
    );
  }
  return { ok: true, subjectId: event?.subjectId ?? '', value };
}

/** Writes a refusal to the journal. */
export function noteRefusal(
  verb: Verb,
  call: Call,
  { house, viewer, requestId }: Caller,
  { code }: Refusal,
): Promise<void> {
  const kind = verb.kind === 'PLAIN' && verb.signsIn ? 'LOGIN_FAILED' : 'REFUSED';
  return house.journal.write({ kind, verb: nameOf(verb), code, viewer, subjectId: call.subjectId, requestId });
}
