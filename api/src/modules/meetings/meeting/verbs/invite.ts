import { meetingVerb } from '../meeting.case.ts';

export const invite = meetingVerb('invite', {
  label: '邀请列席',
  about: 'A unit that is not entitled sits in without a vote.',
  effect: () => undefined,
});
