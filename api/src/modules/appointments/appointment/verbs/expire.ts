import { appointmentVerb } from '../appointment.case.ts';

export const expire = appointmentVerb('expire', {
  label: '任期届满',
  about: 'The term is over. The rights ended by themselves, in the same second.',
  effect({ row }) {
    const { actingPersonId } = row;
    Object.assign(row, { endedBy: 'EXPIRED', actingPersonId: null, leaveUntil: null });
    return { data: { endedBy: 'EXPIRED' }, personIds: actingPersonId ? [actingPersonId] : [] };
  },
});
