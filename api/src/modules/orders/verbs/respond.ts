import { orderVerb } from '../order.case.ts';
import { attachPhotos, photosField, textField } from '../order.input.ts';

export const respond = orderVerb('respond', {
  label: '单位说明',
  about: 'The unit gives its side of the dispute, before the street decides.',
  input: { text: textField('说明', 'The unit’s side.'), photos: photosField('Photos that prove it.') },
  async effect({ row, input, viewer, transaction }) {
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'EVIDENCE', personId: viewer.personId }, transaction);
    return { data: { text: input.text, photos: input.photos.length } };
  },
});
