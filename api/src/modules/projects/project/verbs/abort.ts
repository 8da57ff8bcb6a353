import { reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { endClaim } from '../project.claiming.ts';

export const abort = projectVerb('abort', {
  label: '终止项目',
  about: 'The project is given up; its needs are open again.',
  input: { reason: reason('Why it is given up.') },
  async effect({ row, input, transaction }) {
    const { also, unitIds } = await endClaim(row, transaction);
    return { reason: input.reason, also, unitIds };
  },
});
