import { choice, helped, optional, personName, phone } from '../../../kernel/field.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { contactOf, residentFor } from '../../identity/index.ts';
import { orderOpens } from '../order.case.ts';
import { orderChannel } from '../order.choices.ts';
import { contactColumns } from '../order.contact.ts';
import { attachPhotos, photosField, requestFields, usableCategory } from '../order.input.ts';
import { orderPlace, refuseOutside } from '../order.place.ts';
import { orderReasons } from '../order.reasons.ts';
import { OrderSchema } from '../order.row.ts';
import { searchOf } from '../order.words.ts';

/** 群众点单: a draft, by the resident or by an official on the resident's behalf. */
export const create = orderOpens('create', {
  label: '点单',
  about: 'Opens a draft: by the resident, or by the community or the grid on the resident’s behalf.',
  by: ['RESIDENT', 'COMMUNITY_WORKER', 'GRID_WORKER'],
  input: {
    ...requestFields,
    channel: choice('渠道', 'How the request came.', orderChannel),
    residentName: helped('代居民点单时填写', optional(personName('居民姓名', 'When ordering on behalf: who asks.'))),
    residentPhone: helped(
      '代居民点单时填写',
      optional(phone('居民电话', 'When ordering on behalf: where they can be reached.')),
    ),
    photos: photosField('What it is like now.'),
  },
  async create({ id, input, viewer, now, transaction }) {
    const place = await orderPlace(input.place, transaction);
    refuseOutside(place, viewer);
    const onBehalf = viewer.post?.role !== 'RESIDENT';
    const { ordererId, contact } = await residentOf(input, onBehalf ? null : viewer.personId!, transaction);
    const { title, content, estate, wishAt, publishConsent, contactConsent, channel } = input;
    const row = transaction.em.create(OrderSchema, {
      ...{
        id,
        state: 'DRAFT',
        version: 1,
        enteredAt: now,
        createdAt: now,
        ordererId,
        entererId: viewer.personId!,
        onBehalf,
        channel,
      },
      ...{
        title,
        content,
        estate,
        wishAt,
        publishConsent,
        contactConsent,
        search: searchOf({ title, content, estate }),
      },
      ...{ categoryCode: await usableCategory(input.category, transaction), ...place },
      ...contactColumns(transaction.house.sealer, contact),
    });
    await transaction.em.persist(row).flush();
    await attachPhotos(input.photos, { orderId: id, purpose: 'BEFORE', personId: viewer.personId }, transaction);
    return { row, effect: { onBehalfOf: onBehalf ? ordererId : null, data: { channel, photos: input.photos.length } } };
  },
});

interface Said {
  readonly residentName: string | null;
  readonly residentPhone: string | null;
  readonly door: string | null;
  readonly place: string;
}

/** Whose order it is. A resident ordered for on paper is registered by phone, so that they find it when they sign in. */
async function residentOf(said: Said, self: string | null, transaction: Transaction) {
  const { residentName: name, residentPhone: phoneNumber, door, place } = said;
  if (self !== null) return { ordererId: self, contact: await ownContact(self, door, transaction) };
  if (!name || !phoneNumber) {
    const path = ['input', name ? 'residentPhone' : 'residentName'];
    return orderReasons.refuse('ORDER_RESIDENT_REQUIRED', { path });
  }
  const resident = { name, phone: phoneNumber, address: door, community: place.slice(0, 12) };
  return {
    ordererId: await residentFor(transaction, resident),
    contact: { name, phone: phoneNumber, address: door ?? '' },
  };
}

async function ownContact(self: string, door: string | null, transaction: Transaction) {
  const own = await contactOf(transaction, self);
  return { name: own?.name ?? '', phone: own?.phone ?? '', address: door ?? own?.address ?? '' };
}
