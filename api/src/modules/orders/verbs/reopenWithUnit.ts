import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { refuseSuspended } from '../order.claiming.ts';
import { orderReasons } from '../order.reasons.ts';
import { refuseTooLate, startReopened } from '../order.reopening.ts';

export const reopenWithUnit = orderVerb('reopenWithUnit', {
  label: '返单原单位重办',
  about: 'The problem is back: the same unit goes on under the same number.',
  input: { reason: reason('What is wrong again.') },
  async effect({ row, input, viewer, now, transaction }) {
    refuseTooLate(row, viewer, now);
    if (!row.unitId) orderReasons.refuse('ORDER_NO_UNIT_TO_REOPEN');
    await refuseSuspended(row.unitId!, transaction);
    startReopened(row);
    return { reason: input.reason, data: { round: row.round } };
  },
});
