import { orderVerb } from '../order.case.ts';
import { contactColumns, openOrderContact } from '../order.contact.ts';
import { attachPhotos, photosField, requestFields, usableCategory } from '../order.input.ts';
import { orderPlace, refuseOutside } from '../order.place.ts';
import { searchOf } from '../order.words.ts';

export const edit = orderVerb('edit', {
  label: '修改草稿',
  about: 'Changes a draft.',
  input: { ...requestFields, photos: photosField('More photos of what it is like now.') },
  async effect({ row, input, viewer, transaction }) {
    const place = await orderPlace(input.place, transaction);
    refuseOutside(place, viewer);
    const { title, content, estate, wishAt, publishConsent, contactConsent } = input;
    Object.assign(row, { title, content, estate, wishAt, publishConsent, contactConsent, ...place });
    row.categoryCode = await usableCategory(input.category, transaction);
    row.search = searchOf(row);
    if (input.door !== null) {
      const contact = { ...openOrderContact(transaction.house.sealer, row), address: input.door };
      Object.assign(row, contactColumns(transaction.house.sealer, contact));
    }
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'BEFORE', personId: viewer.personId }, transaction);
  },
});
