import { meetingVerb } from '../../meeting/meeting.case.ts';

export const settle = meetingVerb('settle', {
  label: '处理异议',
  about: 'Says how an objection was settled.',
  effect: () => undefined,
});
