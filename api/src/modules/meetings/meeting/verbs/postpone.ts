import { meetingVerb } from '../meeting.case.ts';

export const postpone = meetingVerb('postpone', {
  label: '会议改期',
  about: 'Another time; everybody is told and asked again.',
  effect: () => undefined,
});
