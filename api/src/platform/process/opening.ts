import { isId } from '../../kernel/field.ts';
import type { CaseRow } from './case.ts';
import { runningClocks, type ClockRow } from './clocks.ts';
import type { Key } from './idempotency.ts';
import { lockCase, lockWithKey } from './lock.ts';
import type { StepRequest } from './admission.ts';
import type { Transaction } from './transaction.ts';
import type { CaseVerb } from './verb.ts';

/** What a step must know before it is decided. */
export interface Opening {
  /** Was the key of the call new? */
  readonly isNew: boolean;
  /** The locked row; null when there is none, or when the caller comes too late. */
  readonly row: CaseRow | null;
  readonly links: unknown;
  readonly clocks: readonly ClockRow[];
  /** What the verb itself asked for. */
  readonly asked: unknown;
}

const NOTHING: Opening = { isNew: true, row: null, links: null, clocks: [], asked: undefined };

/**
 * Asks for everything at once: one round trip, in which the row is locked first and the rest is read after it, each statement with a
 * view of its own of what is committed. (Sub-selects in the statement of the lock would see what was before it was waited for.)
 */
export async function openStep(request: StepRequest, key: Key | null, transaction: Transaction): Promise<Opening> {
  const { verb, subjectId, viewer } = request;
  if (!isId(subjectId)) return NOTHING;
  const subject = { id: subjectId };
  const [locked, links, clocks, asked] = await Promise.all([
    lock(request, key, transaction),
    verb.case.policy.links(subject, viewer, transaction),
    verb.reading ? [] : runningClocks(subjectId, transaction),
    verb.asks?.({ subject, input: request.input as never, viewer, transaction }),
  ]);
  return { ...locked, links, clocks, asked };
}

async function lock(request: StepRequest, key: Key | null, transaction: Transaction) {
  const { subjectId } = request;
  const of = request.verb.case;
  const states = statesOf(request);
  if (key) return lockWithKey({ of, subjectId, key, states }, transaction);
  return { isNew: true, row: await lockCase(of, subjectId, transaction, states) };
}

/**
 * Whoever comes too late for a contended step (one with `otherwise`) is not put in line: a hundred units that want one order would else
 * wait for its row lock one after the other, only to hear that it is gone.
 */
function statesOf({ verb, viewer, patient }: StepRequest): readonly string[] | null {
  if (!verb.otherwise || patient || viewer.kind !== 'PERSON') return null;
  const { process } = verb.case;
  const known = statesBefore.get(verb);
  const states = known ?? Object.keys(process.states).filter((state) => process.step(state, verb.action));
  if (!known) statesBefore.set(verb, states);
  return states;
}

const statesBefore = new WeakMap<CaseVerb, readonly string[]>();
