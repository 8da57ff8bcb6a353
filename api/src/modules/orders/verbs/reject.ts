import { choice, line, reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { orderRejection } from '../order.choices.ts';
import { refuseWithMerged } from '../order.master.ts';

export const reject = orderVerb('reject', {
  label: '不予受理',
  about: 'The street does not take the order and says why.',
  input: {
    cause: choice('不予受理原因', 'The kind of reason.', orderRejection),
    reason: reason('The reason in words.'),
    basis: line('依据', 'The law, rule or pledge it rests on.', { min: 2, max: 200 }),
  },
  async effect({ row, input, viewer, transaction }) {
    await refuseWithMerged(row, transaction);
    row.reviewerId = viewer.personId;
    return { reason: input.reason, data: { cause: input.cause, basis: input.basis } };
  },
});
