import { projectVerb } from '../project.case.ts';
import { goOn } from '../project.pausing.ts';

export const resume = projectVerb('resume', {
  label: '恢复实施',
  about: 'The work goes on before the day on which it was to go on.',
  effect: ({ row, now }) => goOn(row, now),
});
