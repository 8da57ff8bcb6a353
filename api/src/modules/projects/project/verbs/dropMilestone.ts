import { id } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { dropStep } from '../project.milestones.ts';

export const dropMilestone = projectVerb('dropMilestone', {
  label: '删除里程碑',
  about: 'Takes a step out of the plan, before it is agreed.',
  input: { milestoneId: id('里程碑', 'Which step.', 'milestone') },
  effect: async ({ row, input, transaction }) => ({
    data: { text: await dropStep(row, input.milestoneId, transaction) },
  }),
});
