import { line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const resume = orderVerb('resume', {
  label: '恢复办理',
  about: 'The work goes on; the time that it rested is not counted.',
  input: { remark: optional(line('说明', 'What has changed.', { max: 200 })) },
  effect({ row, input, now }) {
    row.suspendedUntil = null;
    return { data: { text: input.remark, restedMinutes: minutesSince(row.enteredAt, now) } };
  },
});

const minutesSince = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000);
