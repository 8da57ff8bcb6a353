import { flag, helped, line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { refuseInvolved } from '../order.checker.ts';
import { attachPhotos, photosField, textField } from '../order.input.ts';
import { orderReasons } from '../order.reasons.ts';

/** 核查通过: what the guard of closing off will ask for. The checker is neither the executor nor of the executor's unit. */
export const pass = orderVerb('pass', {
  label: '核查通过',
  about: 'The community confirms the result; the resident has the word.',
  input: {
    onSite: flag('现场核查', 'Checked on the spot.'),
    finding: textField('核查情况', 'What was found.', 500),
    publicNotice: flag('向居民公示', 'The result is shown to the residents.'),
    notPublicReason: helped(
      '不公示时填写',
      optional(line('不公示理由', 'Why it is not shown.', { min: 10, max: 200 })),
    ),
    photos: photosField('Photos of the check.'),
  },
  async effect({ row, input, viewer, transaction }) {
    const checkerUnitIds = [...(await refuseInvolved(row, viewer, transaction))];
    if (!input.publicNotice && !input.notPublicReason)
      orderReasons.refuse('ORDER_NOTICE_OR_REASON', { path: ['input', 'notPublicReason'] });
    await attachPhotos(input.photos, { orderId: row.id, purpose: 'CHECK', personId: viewer.personId }, transaction);
    const { onSite, publicNotice, notPublicReason } = input;
    Object.assign(row, { checkerId: viewer.personId, checkerUnitIds, publicNotice, notPublicReason });
    return { data: { text: input.finding, onSite, publicNotice, notPublicReason, photos: input.photos.length } };
  },
});
