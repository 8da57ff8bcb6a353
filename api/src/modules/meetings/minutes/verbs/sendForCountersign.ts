import { meetingVerb } from '../../meeting/meeting.case.ts';

export const sendForCountersign = meetingVerb('sendForCountersign', {
  label: '提交会签',
  about: 'Sends the minutes to the units that attended.',
  effect: () => undefined,
});
