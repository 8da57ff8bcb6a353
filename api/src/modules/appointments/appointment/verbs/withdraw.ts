import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { clearNominee } from '../back-to-open.ts';

export const withdraw = appointmentVerb('withdraw', {
  label: '撤回推荐',
  about: 'Whoever sent somebody takes the name back before it is studied.',
  input: { reason: reason('Why.') },
  effect({ row, input }) {
    const nomineeId = clearNominee(row, input.reason);
    return { reason: input.reason, data: { nomineeId } };
  },
});
