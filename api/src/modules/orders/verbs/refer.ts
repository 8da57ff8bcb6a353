import { choice, reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { orderReferral } from '../order.choices.ts';
import { refuseWithMerged } from '../order.master.ts';

export const refer = orderVerb('refer', {
  label: '转办',
  about: 'Sends the order to another body: the whistle, the ledger of problems, the hotline.',
  input: { target: choice('转办去向', 'Where it goes.', orderReferral), reason: reason('Why it belongs there.') },
  async effect({ row, input, transaction }) {
    await refuseWithMerged(row, transaction);
    const unitIds = row.state === 'OPEN' ? await audienceOf(row.id, transaction) : [];
    row.referral = input.target;
    return { reason: input.reason, unitIds, data: { target: input.target } };
  },
});
