import { paragraph } from '../../../../kernel/field.ts';
import { unitsOf } from '../../../identity/index.ts';
import { projectVerb } from '../project.case.ts';
import { attachPhotos, photosField } from '../project.input.ts';
import { projectReasons } from '../project.reasons.ts';

/** 评估: whoever finds it good is neither the executor nor of the executor's unit, whichever post they act in. */
export const appraise = projectVerb('appraise', {
  label: '评估通过',
  about: 'The office of the place finds the result good; those for whom it was done have the word.',
  input: {
    finding: paragraph('评估意见', 'What was found.', { min: 5, max: 500 }),
    photos: photosField('What was found on the spot.'),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const units = await unitsOf(transaction, viewer.personId!);
    if (units.includes(row.unitId!)) projectReasons.refuse('PROJECT_CHECKER_INVOLVED');
    const to = { projectId: row.id, purpose: 'CHECK', personId: viewer.personId } as const;
    await attachPhotos(input.photos, to, transaction);
    Object.assign(row, { checkerId: viewer.personId, checkerUnitIds: units, appraisedAt: now });
    return { data: { text: input.finding, photos: input.photos.length } };
  },
});
