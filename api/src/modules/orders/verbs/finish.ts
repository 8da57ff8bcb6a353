import { int, line, optional, paragraph } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { attachPhotos, photosField } from '../order.input.ts';
import { orderReasons } from '../order.reasons.ts';

export const finish = orderVerb('finish', {
  label: '办结',
  about: 'The unit reports the result with at least one photo of it.',
  input: {
    result: paragraph('办理结果', 'What was done.', { min: 10, max: 2000 }),
    photos: photosField('The result.'),
    hours: optional(int('用时（小时）', 'Hours of work.', 0, 10_000)),
    people: optional(int('参与人数', 'How many took part.', 0, 10_000)),
    inKind: optional(line('投入物资', 'Goods or services given.', { max: 200 })),
  },
  async effect({ row, input, viewer, transaction }) {
    if (input.photos.length === 0) orderReasons.refuse('ORDER_PHOTO_REQUIRED', { path: ['input', 'photos'] });
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'AFTER', personId: viewer.personId }, transaction);
    Object.assign(row, { result: input.result, executorId: viewer.personId, extendTo: null });
    return {
      data: {
        text: input.result,
        hours: input.hours,
        people: input.people,
        inKind: input.inKind,
        photos: input.photos,
      },
    };
  },
});
