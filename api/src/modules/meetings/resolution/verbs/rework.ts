import { reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refuseInvolved } from '../resolution.checking.ts';
import { attachPhotos, photosField } from '../resolution.input.ts';

export const rework = resolutionVerb('rework', {
  label: '退回返工',
  about: 'It is not done: the unit goes on.',
  input: { defects: reason('What is wanting.', '存在问题'), photos: photosField('Photos of what is wanting.') },
  async effect({ row, input, viewer, transaction }) {
    await refuseInvolved(row, viewer, transaction);
    const { defects, photos } = input;
    await attachPhotos(photos, { resolutionId: row.id, purpose: 'CHECK', personId: viewer.personId }, transaction);
    row.reworkCount += 1;
    return { reason: defects, data: { photos: photos.length } };
  },
});
