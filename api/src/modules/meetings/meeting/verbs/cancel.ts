import { meetingVerb } from '../meeting.case.ts';

export const cancel = meetingVerb('cancel', {
  label: '取消会议',
  about: 'The meeting does not take place.',
  effect: () => undefined,
});
