import { meetingVerb } from '../meeting.case.ts';

export const open = meetingVerb('open', {
  label: '宣布开会',
  about: 'Opens the meeting.',
  effect: () => undefined,
});
