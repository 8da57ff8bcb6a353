import { reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { endClaim } from '../order.claiming.ts';

export const returnToPool = orderVerb('returnToPool', {
  label: '重新发单',
  about: 'Another unit shall do it: the order is offered again.',
  input: { reason: reason('Why another unit.') },
  async effect({ row, input, transaction }) {
    const { unitId } = row;
    row.round += 1;
    await endClaim(row, true, transaction);
    const unitIds = await audienceOf(row.id, transaction);
    return { reason: input.reason, unitIds: [...unitIds, unitId!], data: { releasedBy: unitId } };
  },
});
