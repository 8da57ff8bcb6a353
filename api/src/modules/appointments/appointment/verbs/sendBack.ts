import { reason } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { clearNominee } from '../back-to-open.ts';

export const sendBack = appointmentVerb('sendBack', {
  label: '退回重选',
  about: 'The body does not take whoever was sent; somebody else may be.',
  input: { reason: reason('Why.') },
  effect({ row, input }) {
    const { homeUnitId } = row;
    const nomineeId = clearNominee(row, input.reason);
    return { reason: input.reason, data: { nomineeId, homeUnitId }, unitIds: homeUnitId ? [homeUnitId] : [] };
  },
});
