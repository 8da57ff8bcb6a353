import { meetingVerb } from '../../meeting/meeting.case.ts';

export const redraft = meetingVerb('redraft', {
  label: '退回修改',
  about: 'The minutes are written anew.',
  effect: () => undefined,
});
