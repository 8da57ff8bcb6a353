import { meetingVerb } from '../meeting.case.ts';

export const adjourn = meetingVerb('adjourn', {
  label: '宣布散会',
  about: 'Ends the meeting; every item has its outcome.',
  effect: () => undefined,
});
