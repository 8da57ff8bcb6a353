import { line, reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

const ONE_WORKDAY = { unit: 'workdays', count: 1 } as const;

/** 退单: within one working day of the claim it is not counted as a fault; the clock runs on until the street decides. */
export const requestRelease = orderVerb('requestRelease', {
  label: '申请退单',
  about: 'The unit asks to give the order back and names who should do it.',
  input: {
    reason: reason('Why the unit cannot do it.'),
    rightUnit: line('应由谁办理', 'Whose duty it is instead.', { min: 2, max: 60 }),
    basis: line('依据', 'What that rests on.', { min: 2, max: 200 }),
  },
  async effect({ row, input, now, transaction }) {
    const [claim] = await transaction.rows<{ claimedAt: Date }>('live-claim', LIVE_CLAIM, [row.id]);
    const early = now <= transaction.calendar.due(claim!.claimedAt, ONE_WORKDAY).due;
    return { reason: input.reason, data: { rightUnit: input.rightUnit, basis: input.basis, early } };
  },
});

const LIVE_CLAIM = 'SELECT claimed_at AS "claimedAt" FROM order_claim WHERE order_id = $1 AND released_at IS NULL';
