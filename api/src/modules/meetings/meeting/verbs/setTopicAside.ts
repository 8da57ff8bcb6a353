import { meetingVerb } from '../meeting.case.ts';

export const setTopicAside = meetingVerb('setTopicAside', {
  label: '议题不列入',
  about: 'Leaves an item out, with a reason.',
  effect: () => undefined,
});
