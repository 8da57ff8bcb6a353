import { reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';

export const rework = projectVerb('rework', {
  label: '退回整改',
  about: 'The office of the place found defects: the unit goes on.',
  input: { reason: reason('What is missing or not good enough.') },
  effect({ row, input }) {
    row.reworkCount += 1;
    row.executorId = null;
    return { reason: input.reason };
  },
});
