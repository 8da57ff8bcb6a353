import { meetingVerb } from '../../meeting/meeting.case.ts';

export const saveMinutes = meetingVerb('saveMinutes', {
  label: '保存纪要',
  about: 'Saves a version of the minutes.',
  effect: () => undefined,
});
