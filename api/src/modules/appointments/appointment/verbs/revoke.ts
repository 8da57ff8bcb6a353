import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';

export const revoke = appointmentVerb('revoke', {
  label: '撤销批复',
  about: 'The street’s party committee takes its approval back before the letter is accepted.',
  input: { reason: reason('Why.') },
  effect({ row, input }) {
    row.remark = input.reason;
    return { reason: input.reason };
  },
});
