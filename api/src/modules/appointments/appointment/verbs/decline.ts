import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';

export const decline = appointmentVerb('decline', {
  label: '不接受聘任',
  about: 'The person does not take the letter.',
  input: { reason: reason('Why.') },
  effect({ row, input }) {
    row.remark = input.reason;
    return { reason: input.reason };
  },
});
