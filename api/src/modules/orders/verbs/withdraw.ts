import { reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { refuseWithMerged } from '../order.master.ts';

export const withdraw = orderVerb('withdraw', {
  label: '撤回',
  about: 'The resident takes the order back, as long as nobody claimed it.',
  input: { reason: reason('Why it is not needed any more.') },
  async effect({ row, input, transaction }) {
    await refuseWithMerged(row, transaction);
    const unitIds = row.state === 'OPEN' ? await audienceOf(row.id, transaction) : [];
    return { reason: input.reason, unitIds };
  },
});
