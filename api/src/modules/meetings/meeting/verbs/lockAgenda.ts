import { meetingVerb } from '../meeting.case.ts';

export const lockAgenda = meetingVerb('lockAgenda', {
  label: '锁定议程并通知',
  about: 'Locks the agenda, freezes who is entitled and sends the notice.',
  effect: () => undefined,
});
