import { id, reason } from '../../../kernel/field.ts';
import { memberUnits } from '../../alliance/index.ts';
import { offer } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { takeOrder } from '../order.claiming.ts';
import { orderReasons } from '../order.reasons.ts';

export const assign = orderVerb('assign', {
  label: '兜底指派',
  about: 'The street gives an order that nobody claimed to a member unit.',
  input: { unitId: id('单位', 'The member unit that must do it.', 'unit'), reason: reason('Why this unit.') },
  async effect({ row, input, viewer, transaction }) {
    const members = await memberUnits(transaction, [row.streetCode, row.communityCode], transaction.now);
    if (!members.some(({ unitId }) => unitId === input.unitId))
      orderReasons.refuse('ORDER_UNIT_NOT_MEMBER', { path: ['input', 'unitId'] });
    await offer(row, [input.unitId], transaction);
    const unitIds = await takeOrder(
      row,
      { unitId: input.unitId, personId: viewer.personId!, assigned: true },
      transaction,
    );
    return { reason: input.reason, unitIds, data: { unitId: input.unitId } };
  },
});
