import type { Viewer } from '../../../kernel/viewer.ts';
import { newId } from '../../../platform/identifier.ts';
import { openCase } from '../../../platform/process/step.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { CreateVerb } from '../../../platform/process/verb.ts';
import { book, type Cause, type Wanted } from './booking.book.ts';
import { create } from './verbs/create.ts';

/**
 * Books an offer as a consequence of something else (a matched need, a project), in the same transaction, with the same refusals:
 * whoever does that must be one of those who may book. Returns the booking.
 */
export async function reserve(
  transaction: Transaction,
  viewer: Viewer,
  { needId, projectId, orderId, ...wanted }: Wanted & Cause,
): Promise<string> {
  const id = newId(transaction.now);
  const cause = { needId: needId ?? null, projectId: projectId ?? null, orderId: orderId ?? null };
  const verb: CreateVerb = {
    ...create,
    create: async () => {
      const row = await book({ id, wanted, cause, viewer, transaction });
      return { row, effect: { data: { ...cause, text: wanted.purpose, parts: wanted.parts } } };
    },
  };
  await openCase(verb, { id, input: {}, viewer, now: transaction.now, transaction });
  return id;
}
