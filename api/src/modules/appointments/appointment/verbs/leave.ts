import { date, reason } from '../../../../kernel/field.ts';
import { dayOf } from '../../../../kernel/calendar.ts';
import { reasons } from '../../appointments.reasons.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { personField } from '../appointment.input.ts';
import { refuseUnfit } from '../eligible.ts';
import { holdSeat, leaveSeat } from '../seat-term.ts';

export const leave = appointmentVerb('leave', {
  label: '批准暂离',
  about: 'The holder goes away for a time and somebody from the same home stands in, with the rights of the seat.',
  input: {
    until: date('预计返岗日期', 'The last day of the leave.'),
    actingPersonId: personField('代理人', 'Who stands in; comes from where the holder comes from.'),
    reason: reason('Why.'),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const { until, actingPersonId: personId } = input;
    const to = row.endsAt!;
    if (until <= dayOf(now) || until > row.endsOn)
      reasons.refuse('APPOINTMENT_LEAVE_DAY', { path: ['input', 'until'] });
    if (personId === row.personId) reasons.refuse('APPOINTMENT_ACTING_SELF', { path: ['input', 'actingPersonId'] });
    await refuseUnfit(row, { personId, field: 'actingPersonId' }, transaction);
    await leaveSeat(row, viewer, transaction);
    await holdSeat(row, { personId, from: now, to, acting: true }, viewer, transaction);
    Object.assign(row, { actingPersonId: personId, leaveUntil: until });
    return { reason: input.reason, data: { until, actingPersonId: personId } };
  },
});
