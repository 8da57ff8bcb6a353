import { meetingVerb } from '../meeting.case.ts';

export const carryOver = meetingVerb('carryOver', {
  label: '滚入议题',
  about: 'Takes up what is open: resolutions, orders nobody claims, deferred items.',
  effect: () => undefined,
});
