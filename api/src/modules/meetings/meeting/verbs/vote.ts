import { meetingVerb } from '../meeting.case.ts';

export const vote = meetingVerb('vote', {
  label: '表决',
  about: 'An entitled unit that is present votes on an item.',
  effect: () => undefined,
});
