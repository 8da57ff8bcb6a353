import { reason } from '../../../kernel/field.ts';
import { audienceFor, offer } from '../order.audience.ts';
import { claimWindowOf, orderVerb } from '../order.case.ts';
import { audienceFields } from '../order.input.ts';
import { orderReasons } from '../order.reasons.ts';

export const widen = orderVerb('widen', {
  label: '扩大范围',
  about: 'Offers the order to more units; a new claim window begins.',
  input: { ...audienceFields, reason: reason('Why more units.') },
  async effect({ row, input, transaction }) {
    const units = await audienceFor(row, input.audience, input.units, transaction);
    const added = await offer(row, units, transaction);
    if (added.length === 0) orderReasons.refuse('ORDER_NO_AUDIENCE', { path: ['input', 'audience'] });
    Object.assign(row, { audience: input.audience, unclaimedAt: null });
    const clocks = { flagUnclaimed: await claimWindowOf(row, transaction) };
    return { reason: input.reason, unitIds: added, clocks, data: { audience: input.audience, added } };
  },
});
