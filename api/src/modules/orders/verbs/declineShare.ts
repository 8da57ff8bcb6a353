import { reason } from '../../../kernel/field.ts';
import { unitOf } from '../../../kernel/viewer.ts';
import { orderVerb } from '../order.case.ts';
import { answerShare } from '../order.share.ts';

export const declineShare = orderVerb('declineShare', {
  label: '谢绝协办',
  about: 'An invited unit does not take part.',
  input: { reason: reason('Why not.') },
  async effect({ row, input, viewer, transaction }) {
    const unitId = unitOf(viewer)!;
    await answerShare(row, { unitId, state: 'DECLINED' }, transaction);
    row.shareUnitIds = row.shareUnitIds.filter((id) => id !== unitId);
    return { reason: input.reason };
  },
});
