import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { refuseInvolved } from '../order.checker.ts';
import { attachPhotos, photosField } from '../order.input.ts';

export const rework = orderVerb('rework', {
  label: '退回返工',
  about: 'The community found defects; the unit must do it again.',
  input: { defects: reason('What is wrong.', '存在问题'), photos: photosField('Photos of the defects.') },
  async effect({ row, input, viewer, transaction }) {
    await refuseInvolved(row, viewer, transaction);
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'CHECK', personId: viewer.personId }, transaction);
    row.reworkCount += 1;
    return { reason: input.defects, data: { photos: input.photos.length } };
  },
});
