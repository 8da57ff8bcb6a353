import { common } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { mayAsk } from '../../platform/graphql/policy.ts';
import { newId } from '../../platform/identifier.ts';
import { openCase, stepCase } from '../../platform/process/step.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { CreateVerb } from '../../platform/process/verb.ts';
import { contactOf } from '../identity/index.ts';
import { contactColumns } from './order.contact.ts';
import { usableCategory } from './order.input.ts';
import { orderPlace, refuseOutside } from './order.place.ts';
import { OrderSchema, type OrderRow } from './order.row.ts';
import { searchOf } from './order.words.ts';
import { create } from './verbs/create.ts';
import { submit } from './verbs/submit.ts';

/** What is asked in the name of no single resident. */
export interface Asked {
  readonly title: string;
  readonly content: string;
  readonly categoryCode: string;
  /** Code of a community, village or grid. */
  readonly place: string;
  readonly wishAt: Date | null;
  readonly publishConsent: boolean;
  readonly channel?: 'HALL' | 'GRID_VISIT' | 'MEETING';
}

/**
 * Opens an order that follows from something else (a need, a resolution) and sends it to the street, in the same transaction. Whoever
 * does so must be one of those who take orders down at that place, and is whom the unit reaches. Returns the order.
 */
export async function openOrder(transaction: Transaction, viewer: Viewer, asked: Asked): Promise<string> {
  if (!mayAsk(create.by, viewer)) common.refuse('NOT_ALLOWED', { values: { action: create.label } });
  const id = newId(transaction.now);
  const verb: CreateVerb = {
    ...create,
    create: async () => ({
      row: await draftOf(id, asked, viewer, transaction),
      effect: { data: { channel: asked.channel ?? 'HALL' } },
    }),
  };
  await openCase(verb, { id, input: {}, viewer, now: transaction.now, transaction });
  await stepCase({ verb: submit, subjectId: id, input: {}, viewer, expectedVersion: null }, transaction);
  return id;
}

async function draftOf(id: string, asked: Asked, viewer: Viewer, transaction: Transaction): Promise<OrderRow> {
  const { now } = transaction;
  const place = await orderPlace(asked.place, transaction);
  refuseOutside(place, viewer);
  const own = await contactOf(transaction, viewer.personId!);
  const { title, content, wishAt, publishConsent } = asked;
  return transaction.em.create(OrderSchema, {
    ...{ id, state: 'DRAFT', version: 1, enteredAt: now, createdAt: now, ordererId: null, entererId: viewer.personId! },
    ...{ onBehalf: true, channel: asked.channel ?? 'HALL', title, content, estate: null, wishAt, publishConsent },
    ...{ contactConsent: true, search: searchOf({ title, content }), ...place },
    categoryCode: await usableCategory(asked.categoryCode, transaction),
    ...contactColumns(transaction.house.sealer, { name: own?.name ?? '', phone: own?.phone ?? '', address: '' }),
  });
}
