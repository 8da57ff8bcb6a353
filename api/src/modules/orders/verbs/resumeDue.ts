import { orderVerb } from '../order.case.ts';

export const resumeDue = orderVerb('resumeDue', {
  label: '挂账到期恢复',
  about: 'The day of the review has come: the work goes on.',
  effect({ row, now }) {
    row.suspendedUntil = null;
    return { data: { restedMinutes: Math.round((now.getTime() - row.enteredAt.getTime()) / 60_000) } };
  },
});
