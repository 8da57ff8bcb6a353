import { meetingVerb } from '../meeting.case.ts';

export const withdrawTopic = meetingVerb('withdrawTopic', {
  label: '撤回议题',
  about: 'Whoever proposed an item takes it back.',
  effect: () => undefined,
});
