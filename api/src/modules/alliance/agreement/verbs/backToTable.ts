import { reason } from '../../../../kernel/field.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';

export const backToTable = agreementVerb('backToTable', {
  label: '退回协商',
  about: 'Takes the text back to the table before both have signed; whoever does has the word.',
  input: { reason: reason('Why it cannot be signed as it is.') },
  effect({ row, input, viewer }) {
    const side = sideOf(row, viewer);
    Object.assign(row, { signedSide: null, turnSide: side });
    return { reason: input.reason, data: { side } };
  },
});
