import { optional, paragraph } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { attachPhotos, photosField } from '../resolution.input.ts';
import { resolutionReasons } from '../resolution.reasons.ts';
import { refuseUndone } from '../resolution.work.ts';

export const finish = resolutionVerb('finish', {
  label: '报送完成',
  about: 'The leading unit says that it is done, and what shows it.',
  input: {
    result: paragraph('办理结果', 'What was done.', { min: 10, max: 2000 }),
    photos: photosField('The result.'),
    evidenceText: optional(
      paragraph('文字佐证', 'What shows it, in words: papers, numbers, names of documents.', { min: 10, max: 1000 }),
    ),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const { result, photos, evidenceText } = input;
    if (photos.length === 0 && evidenceText === null)
      resolutionReasons.refuse('RESOLUTION_EVIDENCE_REQUIRED', { path: ['input', 'photos'] });
    await refuseUndone(row, transaction);
    await attachPhotos(photos, { resolutionId: row.id, purpose: 'AFTER', personId: viewer.personId }, transaction);
    const executorId = viewer.personId;
    Object.assign(row, { result, evidenceText, executorId, finishedAt: now, percent: 100, extendTo: null });
    return { data: { text: result, evidenceText, photos } };
  },
});
