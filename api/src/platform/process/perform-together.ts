import { createHash } from 'node:crypto';
import { common, Refusal } from '../../kernel/refusal.ts';
import { takeKey, type Key } from './idempotency.ts';
import type { Call, Outcome } from './outcome.ts';
import { noteRefusal, performPlain, prepare, type Caller } from './perform.ts';
import { inTransaction } from './transaction.ts';
import type { PlainVerb } from './verb.ts';

/** One call among several. */
export interface Part {
  readonly verb: PlainVerb;
  /** What it is called with, given the subjects of the calls before it. What is prepared cannot depend on them. */
  input(before: readonly string[]): Readonly<Record<string, unknown>>;
}

export interface Together {
  /** For what the key stands: part of its name. */
  readonly name: string;
  /** The same key means the same deed: done once, however often it is asked for. */
  readonly key: string;
  readonly parts: readonly Part[];
}

export type TogetherOutcome = Outcome & { /** Was done before, under the same key. */ readonly repeated?: boolean };

/**
 * Calls of several verbs in one transaction: all of them happen, or none, and none twice under one key. Each is admitted, recorded
 * and refused like a call of its own. `subjectId` of the
 * outcome is that of the first; empty when it was done before.
 */
export async function performTogether({ name, key, parts }: Together, caller: Caller): Promise<TogetherOutcome> {
  const { house, viewer } = caller;
  const digest = createHash('sha256').update(key).digest();
  const kept: Key = { personId: viewer.personId, verb: name, key, digest };
  const calls = parts.map((part) => ({ part, call: callOf(part.input([])) }));
  let current = calls[0]!;
  try {
    if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
    if (await isKept(kept, caller)) return REPEATED;
    const prepared: unknown[] = [];
    for (current of calls) prepared.push(await prepare(current.part.verb, current.call, caller));
    const outcome = await inTransaction(house, async (transaction): Promise<TogetherOutcome> => {
      // First of all: whoever comes with the same key at the same time waits here.
      if ((await takeKey(kept, viewer.personId!, transaction)) !== null) return REPEATED;
      const before: string[] = [];
      for (current of calls) {
        const call = callOf(current.part.input(before));
        const done = await performPlain(
          current.part.verb,
          call,
          { ...caller, prepared: prepared[before.length] },
          transaction,
        );
        before.push(done.ok ? done.subjectId : '');
      }
      return { ok: true, subjectId: before[0] ?? '' };
    });
    house.feed.wake();
    return outcome;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(current.part.verb, current.call, caller, error);
    return { ok: false, refusal: error };
  }
}

const REPEATED: TogetherOutcome = { ok: true, subjectId: '', repeated: true };

const callOf = (input: Call['input']): Call => ({
  ...{ input, idempotencyKey: null, expectedVersion: null, subjectId: null },
});

const IS_KEPT = 'SELECT 1 FROM idempotency_key WHERE person_id = $1 AND verb = $2 AND key = $3';

/** Spares the slow work for what was done long ago; what is done at this moment the transaction finds out. */
async function isKept({ personId, verb, key }: Key, { house }: Caller): Promise<boolean> {
  return (await house.database.query('key-is-kept', IS_KEPT, [personId, verb, key])).length > 0;
}
