import { projectVerb } from '../project.case.ts';
import { stepsOf } from '../project.milestones.ts';
import { projectReasons } from '../project.reasons.ts';

export const start = projectVerb('start', {
  label: '开始实施',
  about: 'The unit begins; the plan has at least one step by then.',
  asks: ({ subject, transaction }) => stepsOf(subject, transaction),
  effect({ asked }) {
    if (asked.count === 0) projectReasons.refuse('PROJECT_MILESTONES_REQUIRED');
  },
});
