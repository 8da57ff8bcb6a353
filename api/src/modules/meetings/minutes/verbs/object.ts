import { meetingVerb } from '../../meeting/meeting.case.ts';

export const object = meetingVerb('object', {
  label: '提出异议',
  about: 'A unit that attended objects to the wording.',
  effect: () => undefined,
});
