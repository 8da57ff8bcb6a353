import { meetingVerb } from '../../meeting/meeting.case.ts';

export const countersign = meetingVerb('countersign', {
  label: '会签',
  about: 'A unit that attended agrees to the minutes.',
  effect: () => undefined,
});
