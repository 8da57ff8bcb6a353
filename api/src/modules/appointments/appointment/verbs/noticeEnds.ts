import { appointmentVerb } from '../appointment.case.ts';

export const noticeEnds = appointmentVerb('noticeEnds', {
  label: '公示期满',
  about: 'The public notice is over and no objection is open: the letter goes to the person.',
  effect: () => undefined,
});
