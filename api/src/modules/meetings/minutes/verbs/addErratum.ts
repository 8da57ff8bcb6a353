import { meetingVerb } from '../../meeting/meeting.case.ts';

export const addErratum = meetingVerb('addErratum', {
  label: '发布更正',
  about: 'A correction beside the issued text.',
  effect: () => undefined,
});
