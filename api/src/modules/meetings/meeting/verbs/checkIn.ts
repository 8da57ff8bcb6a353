import { meetingVerb } from '../meeting.case.ts';

export const checkIn = meetingVerb('checkIn', {
  label: '签到',
  about: 'A unit signs in by the code shown on the spot.',
  effect: () => undefined,
});
