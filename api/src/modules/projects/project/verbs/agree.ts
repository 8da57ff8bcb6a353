import { line, optional } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';

export const agree = projectVerb('agree', {
  label: '商定立项',
  about: 'Whoever leads the alliance agrees: the project is on the list, for member units to claim.',
  input: { remark: optional(line('商定意见', 'A word to the units.', { max: 200 })) },
  effect: ({ input }) => ({ data: { text: input.remark } }),
});
