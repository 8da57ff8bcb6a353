import { dayOf } from '../../../../kernel/calendar.ts';
import { date, optional } from '../../../../kernel/field.ts';
import { reasons } from '../../appointments.reasons.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { documentField } from '../appointment.input.ts';

export const approve = appointmentVerb('approve', {
  label: '批复同意',
  about: 'The street’s party committee approves under the number of a document.',
  input: {
    documentNumber: documentField,
    startsOn: optional(date('任期起', 'First day of the term; the day of acceptance, if left out.')),
  },
  effect({ row, input: { documentNumber, startsOn }, now }) {
    if (startsOn !== null && (startsOn < dayOf(now) || startsOn > row.endsOn))
      reasons.refuse('APPOINTMENT_START', { path: ['input', 'startsOn'] });
    Object.assign(row, { documentNumber, startsOn, remark: null });
    return { data: { documentNumber, startsOn } };
  },
});
