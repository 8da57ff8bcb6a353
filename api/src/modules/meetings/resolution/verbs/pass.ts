import { flag, paragraph } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refuseInvolved } from '../resolution.checking.ts';
import { attachPhotos, photosField } from '../resolution.input.ts';

/** 核查通过: what the guard of closing off will ask for. */
export const pass = resolutionVerb('pass', {
  label: '核查通过',
  about: 'Somebody of the community or the street, not of the units that did it, finds it done.',
  input: {
    onSite: flag('现场核查', 'Checked on the spot.'),
    finding: paragraph('核查情况', 'What was found.', { max: 500 }),
    photos: photosField('Photos of the check.'),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const { onSite, finding, photos } = input;
    const checkerUnitIds = [...(await refuseInvolved(row, viewer, transaction))];
    await attachPhotos(photos, { resolutionId: row.id, purpose: 'CHECK', personId: viewer.personId }, transaction);
    Object.assign(row, { checkerId: viewer.personId, checkerUnitIds, checkedAt: now });
    return { data: { text: finding, onSite, photos: photos.length } };
  },
});
