import { unitOf } from '../../../kernel/viewer.ts';
import { orderVerb } from '../order.case.ts';
import { answerShare } from '../order.share.ts';

export const acceptShare = orderVerb('acceptShare', {
  label: '同意协办',
  about: 'An invited unit takes its part.',
  effect: ({ row, viewer, transaction }) =>
    answerShare(row, { unitId: unitOf(viewer)!, state: 'ACCEPTED' }, transaction),
});
