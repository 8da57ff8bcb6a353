import { line, reason } from '../../../kernel/field.ts';
import { isEarly } from '../order.claiming.ts';
import { orderVerb } from '../order.case.ts';

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
    const early = await isEarly(row, now, transaction);
    const { rightUnit, basis } = input;
    const text = `应由${rightUnit}办理，依据：${basis}`;
    return { reason: input.reason, data: { text, rightUnit, basis, early } };
  },
});
