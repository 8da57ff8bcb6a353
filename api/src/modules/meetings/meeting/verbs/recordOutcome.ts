import { meetingVerb } from '../meeting.case.ts';

export const recordOutcome = meetingVerb('recordOutcome', {
  label: '记录审议结果',
  about: 'Records what the meeting did with an item.',
  effect: () => undefined,
});
