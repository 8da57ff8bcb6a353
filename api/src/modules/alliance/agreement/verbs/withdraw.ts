import { reason } from '../../../../kernel/field.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';

export const withdraw = agreementVerb('withdraw', {
  label: '撤回协议',
  about: 'Gives the agreement up before both have signed.',
  input: { reason: reason('Why it is given up.') },
  effect({ row, input, viewer, now }) {
    row.endedAt = now;
    return { reason: input.reason, data: { side: sideOf(row, viewer) } };
  },
});
