import { meetingVerb } from '../meeting.case.ts';

export const closeReplies = meetingVerb('closeReplies', {
  label: '回复截止',
  about: 'The time for answers has passed; units that were silent are named.',
  effect: () => undefined,
});
