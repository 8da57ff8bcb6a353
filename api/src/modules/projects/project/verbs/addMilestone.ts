import { date, line } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { addStep } from '../project.milestones.ts';

export const addMilestone = projectVerb('addMilestone', {
  label: '添加里程碑',
  about: 'Adds a step to the plan.',
  input: {
    title: line('里程碑', 'What is done by then.', { min: 2, max: 60 }),
    dueOn: date('计划完成日期', 'By which day.'),
  },
  effect({ row, input, transaction }) {
    addStep(row, input, transaction);
    return { data: { text: input.title, dueOn: input.dueOn } };
  },
});
