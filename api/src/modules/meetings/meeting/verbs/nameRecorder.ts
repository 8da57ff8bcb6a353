import { meetingVerb } from '../meeting.case.ts';

export const nameRecorder = meetingVerb('nameRecorder', {
  label: '指定记录人',
  about: 'Names who keeps the record.',
  effect: () => undefined,
});
