import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { orderReasons } from '../order.reasons.ts';
import { refuseTooLate, startReopened } from '../order.reopening.ts';

export const reopenWithUnit = orderVerb('reopenWithUnit', {
  label: '返单原单位重办',
  about: 'The problem is back: the same unit goes on under the same number.',
  input: { reason: reason('What is wrong again.') },
  effect({ row, input, viewer, now }) {
    refuseTooLate(row, viewer, now);
    if (!row.unitId) orderReasons.refuse('ORDER_NO_UNIT_TO_REOPEN');
    startReopened(row);
    return { reason: input.reason, data: { round: row.round } };
  },
});
