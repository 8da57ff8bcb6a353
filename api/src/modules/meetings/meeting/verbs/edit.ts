import { meetingVerb } from '../meeting.case.ts';

export const edit = meetingVerb('edit', {
  label: '修改会议安排',
  about: 'Changes title, time, place or quorum while topics are gathered.',
  effect: () => undefined,
});
