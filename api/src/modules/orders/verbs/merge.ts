import { id, reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { lockMaster, tellMaster } from '../order.master.ts';
import { orderReasons } from '../order.reasons.ts';

const OPEN_MASTERS = [
  'SUBMITTED',
  'NEED_INFO',
  'OPEN',
  'CLAIMED',
  'IN_PROGRESS',
  'RELEASE_PENDING',
  'SUSPEND_PENDING',
  'SUSPENDED',
];

export const merge = orderVerb('merge', {
  label: '并单',
  about: 'Lets the order go on within another one; its orderer follows that one and is asked to rate it.',
  input: {
    masterId: id('主单', 'The order within which it goes on.', 'order'),
    reason: reason('Why they are the same.'),
  },
  async effect({ row, input, transaction }) {
    const path = ['input', 'masterId'];
    if (input.masterId === row.id) orderReasons.refuse('ORDER_MERGE_SELF', { path });
    const master = await lockMaster(input.masterId, transaction);
    const fits = master?.street === row.streetCode && OPEN_MASTERS.includes(master.state);
    if (!fits) orderReasons.refuse('ORDER_MERGE_TARGET', { path });
    const merged = await transaction.rows('merged-orders', 'SELECT 1 FROM orders WHERE master_id = $1 LIMIT 1', [
      row.id,
    ]);
    if (merged.length > 0) orderReasons.refuse('ORDER_MERGE_HAS_OTHERS');
    const unitIds = row.state === 'OPEN' ? await audienceOf(row.id, transaction) : [];
    await tellMaster(input.masterId, row, row.ordererId ?? null, transaction);
    row.masterId = input.masterId;
    return { reason: input.reason, unitIds, data: { masterId: input.masterId, masterNumber: master!.number } };
  },
});
