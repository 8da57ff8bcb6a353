import { orderVerb } from '../order.case.ts';
import { attachPhotos, photosField, textField } from '../order.input.ts';

export const answer = orderVerb('answer', {
  label: '补充说明',
  about: 'The resident answers the reviewer’s question.',
  input: { answer: textField('补充内容', 'The answer.'), photos: photosField('Photos that show it.') },
  async effect({ row, input, viewer, transaction }) {
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'EVIDENCE', personId: viewer.personId }, transaction);
    return { data: { text: input.answer, question: row.question, photos: input.photos.length } };
  },
});
