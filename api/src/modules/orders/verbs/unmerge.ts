import { reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { lockMaster, tellMaster } from '../order.master.ts';

export const unmerge = orderVerb('unmerge', {
  label: '撤销并单',
  about: 'Lets a merged order go on by itself again.',
  input: { reason: reason('Why they are not the same.') },
  async effect({ row, input, transaction }) {
    const masterId = row.masterId;
    await lockMaster(masterId!, transaction);
    await tellMaster(masterId!, row, null, transaction);
    row.masterId = null;
    const unitIds = row.heldState === 'OPEN' ? await audienceOf(row.id, transaction) : [];
    return { reason: input.reason, unitIds, data: { masterId } };
  },
});
