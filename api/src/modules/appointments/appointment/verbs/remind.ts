import { appointmentVerb } from '../appointment.case.ts';
import { daysLeft } from '../appointment.term.ts';

export const remind = appointmentVerb('remind', {
  label: '任期提醒',
  about: 'Warns 60, 30 and 7 days before the end of the term; at the end the term is over.',
  effect({ row, now }) {
    const { endsAt } = row;
    if (!endsAt || endsAt <= now) return { then: 'expire', data: { daysLeft: 0 } };
    return { data: { daysLeft: daysLeft(endsAt, now) } };
  },
});
