import { int, line, optional, paragraph } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { attachPhotos, photosField } from '../project.input.ts';
import { stepsOf } from '../project.milestones.ts';
import { projectReasons } from '../project.reasons.ts';

export const deliver = projectVerb('deliver', {
  label: '申请评估',
  about:
    'The unit reports the project done, with at least one photo of the result; every step of the plan is done by then.',
  input: {
    result: paragraph('实施成果', 'What was done, and what is better for it.', { min: 10, max: 2000 }),
    served: int('实际受益人数', 'How many people had something of it.', 0, 1_000_000),
    inKind: optional(line('投入资源', 'People, goods or services given.', { max: 200 })),
    photos: photosField('The result.'),
  },
  asks: ({ subject, transaction }) => stepsOf(subject, transaction),
  async effect({ row, asked, input, viewer, now, transaction }) {
    const { photos, result, served, inKind } = input;
    if (asked.open.length > 0)
      projectReasons.refuse('PROJECT_MILESTONES_OPEN', { values: { titles: asked.open.slice(0, 3).join('、') } });
    if (photos.length === 0) projectReasons.refuse('PROJECT_PHOTO_REQUIRED', { path: ['input', 'photos'] });
    await attachPhotos(photos, { projectId: row.id, purpose: 'AFTER', personId: viewer.personId }, transaction);
    Object.assign(row, { result, served, executorId: viewer.personId, deliveredAt: now });
    return { data: { text: result, served, inKind, photos: photos.length } };
  },
});
