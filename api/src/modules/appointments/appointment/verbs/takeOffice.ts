import { appointmentVerb } from '../appointment.case.ts';

export const takeOffice = appointmentVerb('takeOffice', {
  label: '到任',
  about: 'The term begins.',
  effect: () => undefined,
});
