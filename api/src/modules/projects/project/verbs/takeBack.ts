import { reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { giveBack } from '../project.claiming.ts';

/** How a project is handed over: the unit leaves the alliance, or does not get on with it. */
export const takeBack = projectVerb('takeBack', {
  label: '收回重新认领',
  about: 'The project is taken from the unit and may be claimed by another one.',
  input: { reason: reason('Why it is taken back.') },
  async effect({ row, input, transaction }) {
    const { also, unitIds } = await giveBack(row, transaction);
    return { reason: input.reason, also, unitIds };
  },
});
