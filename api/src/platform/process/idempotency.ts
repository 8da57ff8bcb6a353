import { createHash } from 'node:crypto';
import { common } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { canonical } from '../feed/canonical.ts';
import type { Call } from './outcome.ts';
import type { Transaction } from './transaction.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;

/** The key of a call, and what it was given for. */
export interface Key {
  readonly personId: string | null;
  readonly verb: string;
  readonly key: string;
  readonly digest: Buffer;
}

/** The caller's key. Refuses a call without one, or with one that can be none. */
export function keyOf(verb: string, call: Call, { personId }: Viewer): Key {
  const { idempotencyKey: key, subjectId, input } = call;
  if (key === null || !KEY.test(key))
    return common.refuse('IDEMPOTENCY_KEY_REQUIRED', { path: ['input', 'idempotencyKey'] });
  const digest = createHash('sha256')
    .update(canonical({ subject: subjectId, input }))
    .digest();
  return { personId, verb, key, digest };
}

/** Keeps a key unless it is kept already. Waits for the end of a call with the same key that runs. */
export const KEEP_KEY = `INSERT INTO idempotency_key (person_id, verb, key, digest, subject_id, at) VALUES ($1, $2, $3, $4, $5::uuid, $6)
  ON CONFLICT DO NOTHING RETURNING 1`;

export const keyValues = ({ personId, verb, key, digest }: Key, subjectId: string, at: Date): readonly unknown[] => [
  ...[personId, verb, key, digest, subjectId, at],
];

/**
 * Takes the caller's key inside the transaction of the change. Returns null when the key is new, or the case that the first
 * call with this key changed.
 */
export async function takeKey(key: Key, subjectId: string, transaction: Transaction): Promise<string | null> {
  const taken = await transaction.rows('take-key', KEEP_KEY, keyValues(key, subjectId, transaction.now));
  return taken.length > 0 ? null : firstOf(key, transaction);
}

/** The case that the first call with this key changed. Refuses a key that was given for something else. */
export async function firstOf({ personId, verb, key, digest }: Key, { rows }: Transaction): Promise<string> {
  const [first] = await rows<{ digest: Buffer; subjectId: string }>(
    'find-key',
    'SELECT digest, subject_id AS "subjectId" FROM idempotency_key WHERE person_id = $1 AND verb = $2 AND key = $3',
    [personId, verb, key],
  );
  if (!first?.digest.equals(digest))
    return common.refuse('IDEMPOTENCY_KEY_REUSED', { path: ['input', 'idempotencyKey'] });
  return first.subjectId;
}
