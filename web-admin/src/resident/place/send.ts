import { ask, type No, noesOf } from '../ask.ts';
import { ResidentCreateDocument, ResidentSubmitDocument } from '../gql/graphql.ts';
import { type Change, type OrderDraft, titleOf } from './draft.ts';

type Sent = { readonly id: string } | { readonly noes: readonly No[] };

/** Opens the order and sends it to the street. What was reached is kept, so that a second try goes on from there. */
export async function sendOrder(draft: OrderDraft, change: Change): Promise<Sent> {
  const opened = draft.orderId ? { id: draft.orderId } : await open(draft);
  if ('noes' in opened) return opened;
  change({ orderId: opened.id });
  const { noes } = await noesOf(ask(ResidentSubmitDocument, { input: { orderId: opened.id } }));
  // Sent already: the answer of an earlier try was lost.
  const stands = noes.every(({ code }) => code === 'WRONG_STATE');
  return noes.length === 0 || stands ? opened : { noes };
}

async function open(draft: OrderDraft): Promise<Sent> {
  const { key, category, content, place, estate, door, wishAt, photos, publishConsent, contactConsent } = draft;
  const input = {
    ...{ idempotencyKey: key, category, title: titleOf(content), content: content.trim(), place },
    ...{ estate: estate.trim() || null, door: door.trim() || null },
    ...{ wishAt: wishAt === '' ? null : `${wishAt}:00+08:00`, photos: [...photos] },
    ...{ publishConsent, contactConsent, channel: 'ONLINE' as const },
  };
  const { done, noes } = await noesOf(ask(ResidentCreateDocument, { input }));
  const id = done?.orderCreate.order?.id;
  return id ? { id } : { noes };
}
