import { orderVerb } from '../order.case.ts';
import { attachPhotos, photosField, textField } from '../order.input.ts';

export const report = orderVerb('report', {
  label: '报告进展',
  about: 'The unit says how far it is.',
  input: { text: textField('进展', 'How far it is.'), photos: photosField('Photos of the work.') },
  async effect({ row, input, viewer, transaction }) {
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'EVIDENCE', personId: viewer.personId }, transaction);
    return { data: { text: input.text, photos: input.photos.length } };
  },
});
