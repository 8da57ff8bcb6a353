import { reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import type { Case } from '../../../platform/process/case.ts';
import { orderCase, orderVerb } from '../order.case.ts';
import { lockMaster, tellMaster } from '../order.master.ts';
import { voicesOf } from '../order.rating.ts';

export const unmerge = orderVerb('unmerge', {
  label: '撤销并单',
  about: 'Lets a merged order go on by itself again; a master for whose word alone everybody waited is closed off.',
  input: { reason: reason('Why they are not the same.') },
  async effect({ row, input, transaction }) {
    const masterId = row.masterId!;
    const master = await lockMaster(masterId, transaction);
    await tellMaster(masterId, row, null, transaction);
    const { awaited } = await voicesOf({ id: masterId, round: master!.round }, transaction, row.id);
    row.masterId = null;
    const unitIds = row.heldState === 'OPEN' ? await audienceOf(row.id, transaction) : [];
    const clears = master!.state === 'AWAITING_RATING' && awaited === 0;
    const clearing = { of: orderCase as unknown as Case, subjectId: masterId, action: 'clear' };
    return { reason: input.reason, unitIds, data: { masterId }, also: clears ? [clearing] : [] };
  },
});
