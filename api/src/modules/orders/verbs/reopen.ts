import { reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { endClaim } from '../order.claiming.ts';
import { refuseTooLate, startReopened } from '../order.reopening.ts';

/** 反弹: the same number, one round more, offered to the audience again. */
export const reopen = orderVerb('reopen', {
  label: '返单重新发单',
  about: 'The problem is back: the order is offered again under the same number.',
  input: { reason: reason('What is wrong again.') },
  async effect({ row, input, viewer, now, transaction }) {
    refuseTooLate(row, viewer, now);
    const { unitId } = row;
    await endClaim(row, null, transaction);
    startReopened(row);
    const unitIds = await audienceOf(row.id, transaction);
    return { reason: input.reason, unitIds: unitId ? [...unitIds, unitId] : unitIds, data: { round: row.round } };
  },
});
