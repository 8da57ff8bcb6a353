import { int, paragraph } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { attachPhotos, photosField } from '../resolution.input.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const report = resolutionVerb('report', {
  label: '报送进度',
  about: 'The leading unit says how far it is, once a month.',
  input: {
    percent: int('完成比例（%）', 'How much is done.', 0, 100),
    text: paragraph('进展情况', 'What was done and what comes next.', { min: 4, max: 1000 }),
    photos: photosField('How it looks.'),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const { percent, text, photos } = input;
    if (percent < row.percent)
      resolutionReasons.refuse('RESOLUTION_BACKWARDS', {
        path: ['input', 'percent'],
        values: { percent: row.percent },
      });
    await attachPhotos(photos, { resolutionId: row.id, purpose: 'EVIDENCE', personId: viewer.personId }, transaction);
    Object.assign(row, { percent, reportedAt: now });
    return { data: { text, percent, photos: photos.length } };
  },
});
