import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';

export const refuse = appointmentVerb('refuse', {
  label: '不予批复',
  about: 'The street’s party committee does not approve.',
  input: { reason: reason('Why.') },
  effect({ row, input }) {
    row.remark = input.reason;
    return { reason: input.reason };
  },
});
