import { createHash } from 'node:crypto';
import { common } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { canonical } from '../feed/canonical.ts';
import type { Call } from './outcome.ts';
import type { Transaction } from './transaction.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;

/** The caller's key. Refuses a call without one, or with one that can be none. */
function keyOf({ idempotencyKey: key }: Call): string {
  if (key !== null && KEY.test(key)) return key;
  return common.refuse('IDEMPOTENCY_KEY_REQUIRED', { path: ['input', 'idempotencyKey'] });
}

/**
 * Takes the caller's key inside the transaction of the change. Returns null when the key is new, or the case that the first
 * call with this key changed. A second call that comes while the first runs waits for it on the unique index.
 */
// eslint-disable-next-line max-params -- who calls what about what, and in which transaction
export async function takeKey(
  verb: string,
  call: Call,
  viewer: Viewer,
  subjectId: string,
  transaction: Transaction,
): Promise<string | null> {
  const key = keyOf(call);
  const digest = createHash('sha256')
    .update(canonical({ subject: call.subjectId, input: call.input }))
    .digest();
  const taken = await transaction.rows(
    'take-key',
    `INSERT INTO idempotency_key (person_id, verb, key, digest, subject_id, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [viewer.personId, verb, key, digest, subjectId, transaction.now],
  );
  if (taken.length > 0) return null;
  const [first] = await transaction.rows<{ digest: Buffer; subjectId: string }>(
    'find-key',
    'SELECT digest, subject_id AS "subjectId" FROM idempotency_key WHERE person_id = $1 AND verb = $2 AND key = $3',
    [viewer.personId, verb, key],
  );
  if (!first?.digest.equals(digest))
    return common.refuse('IDEMPOTENCY_KEY_REUSED', { path: ['input', 'idempotencyKey'] });
  return first.subjectId;
}

/** Was a call with this key already done, as far as is committed? */
export async function isKnownKey(
  verb: string,
  call: Call,
  viewer: Viewer,
  reading: Pick<Transaction, 'rows'>,
): Promise<boolean> {
  const text = 'SELECT 1 FROM idempotency_key WHERE person_id = $1 AND verb = $2 AND key = $3';
  const known = await reading.rows('known-key', text, [viewer.personId, verb, keyOf(call)]);
  return known.length > 0;
}
