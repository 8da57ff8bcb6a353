import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';

export const closeSeat = appointmentVerb('closeSeat', {
  label: '终止选派',
  about: 'Nobody is to be sent any more. The seat itself stays.',
  input: { reason: reason('Why nobody is sent.') },
  effect({ row, input }) {
    row.remark = input.reason;
    return { reason: input.reason };
  },
});
