import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';

export const leaveVacant = appointmentVerb('leaveVacant', {
  label: '暂不补选',
  about: 'No successor is asked for now.',
  input: { reason: reason('Why the seat stays empty.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
