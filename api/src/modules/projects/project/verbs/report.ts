import { paragraph } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { attachPhotos, photosField } from '../project.input.ts';

export const report = projectVerb('report', {
  label: '填报进展',
  about: 'The unit says how far it is, once a month at least.',
  input: {
    text: paragraph('进展情况', 'What was done since.', { min: 5, max: 1000 }),
    photos: photosField('How far it is.'),
  },
  async effect({ row, input, viewer, transaction }) {
    const to = { projectId: row.id, purpose: 'EVIDENCE', personId: viewer.personId } as const;
    await attachPhotos(input.photos, to, transaction);
    return { data: { text: input.text, photos: input.photos.length } };
  },
});
