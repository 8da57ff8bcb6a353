import { meetingVerb } from '../../meeting/meeting.case.ts';

export const issue = meetingVerb('issue', {
  label: '印发纪要',
  about: 'The minutes are issued under their number.',
  effect: () => undefined,
});
