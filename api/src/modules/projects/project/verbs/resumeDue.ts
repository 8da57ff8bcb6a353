import { projectVerb } from '../project.case.ts';
import { goOn } from '../project.pausing.ts';

export const resumeDue = projectVerb('resumeDue', {
  label: '到期恢复实施',
  about: 'The day has come: the work goes on.',
  effect: ({ row, now }) => goOn(row, now),
});
