import { meetingVerb } from '../meeting.case.ts';

export const arrangeTopic = meetingVerb('arrangeTopic', {
  label: '安排议题',
  about: 'Sets the place and the minutes of an item.',
  effect: () => undefined,
});
