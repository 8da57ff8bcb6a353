import { meetingVerb } from '../meeting.case.ts';

export const signInFor = meetingVerb('signInFor', {
  label: '代为签到',
  about: 'The recorder signs a unit in that cannot do it itself.',
  effect: () => undefined,
});
