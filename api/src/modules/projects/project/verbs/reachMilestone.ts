import { dayOf } from '../../../../kernel/calendar.ts';
import { date, id, line } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { reachStep } from '../project.milestones.ts';
import { projectReasons } from '../project.reasons.ts';

export const reachMilestone = projectVerb('reachMilestone', {
  label: '完成里程碑',
  about: 'A step of the plan is done.',
  input: {
    milestoneId: id('里程碑', 'Which step.', 'milestone'),
    doneOn: date('完成日期', 'On which day.'),
    note: line('完成情况', 'What was done.', { min: 2, max: 200 }),
  },
  async effect({ row, input, now, transaction }) {
    if (input.doneOn > dayOf(now)) projectReasons.refuse('PROJECT_MILESTONE_AHEAD', { path: ['input', 'doneOn'] });
    const title = await reachStep(row, input, transaction);
    return { data: { text: `${title}：${input.note}`, doneOn: input.doneOn } };
  },
});
