import { meetingVerb } from '../../meeting/meeting.case.ts';

export const silence = meetingVerb('silence', {
  label: '默认同意',
  about: 'Silence is counted as agreed, and marked so.',
  effect: () => undefined,
});
