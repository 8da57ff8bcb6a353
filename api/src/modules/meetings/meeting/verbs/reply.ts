import { meetingVerb } from '../meeting.case.ts';

export const reply = meetingVerb('reply', {
  label: '回复参会',
  about: 'A unit answers the notice: it comes, it does not, or somebody comes with a mandate.',
  effect: () => undefined,
});
