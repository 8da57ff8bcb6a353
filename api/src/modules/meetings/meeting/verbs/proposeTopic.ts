import { meetingVerb } from '../meeting.case.ts';

export const proposeTopic = meetingVerb('proposeTopic', {
  label: '提出议题',
  about: 'Brings an item before the meeting.',
  effect: () => undefined,
});
