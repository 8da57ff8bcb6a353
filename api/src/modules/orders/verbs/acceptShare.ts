import { unitOf } from '../../../kernel/viewer.ts';
import { orderVerb } from '../order.case.ts';
import { refuseSuspended } from '../order.claiming.ts';
import { answerShare, shareClock } from '../order.share.ts';

export const acceptShare = orderVerb('acceptShare', {
  label: '同意协办',
  about: 'An invited unit takes its part.',
  async effect({ row, viewer, transaction }) {
    const unitId = unitOf(viewer)!;
    await refuseSuspended(unitId, transaction);
    await answerShare(row, { unitId, state: 'ACCEPTED' }, transaction);
    return { clocks: await shareClock(row, transaction) };
  },
});
