import { reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { giveBack } from '../project.claiming.ts';

export const release = projectVerb('release', {
  label: '退回认领',
  about: 'The unit gives the project back before it has begun.',
  input: { reason: reason('Why the unit cannot do it.') },
  async effect({ row, input, transaction }) {
    const { also, unitIds } = await giveBack(row, transaction);
    return { reason: input.reason, also, unitIds };
  },
});
