import { unitOf } from '../../../kernel/viewer.ts';
import { orderVerb } from '../order.case.ts';
import { answerShare, shareClock } from '../order.share.ts';

export const acceptShare = orderVerb('acceptShare', {
  label: '同意协办',
  about: 'An invited unit takes its part.',
  async effect({ row, viewer, transaction }) {
    await answerShare(row, { unitId: unitOf(viewer)!, state: 'ACCEPTED' }, transaction);
    return { clocks: await shareClock(row, transaction) };
  },
});
