import { projectVerb } from '../project.case.ts';
import { planFields, plannedOf } from '../project.input.ts';
import { keepParts, refuseParts } from '../project.parts.ts';

export const edit = projectVerb('edit', {
  label: '修改项目',
  about: 'Changes what is proposed, before it is agreed.',
  input: planFields,
  async effect({ row, input, viewer, now, transaction }) {
    await refuseParts(input, row, viewer, transaction);
    Object.assign(row, plannedOf(input, now));
    keepParts(row, input, transaction);
  },
});
