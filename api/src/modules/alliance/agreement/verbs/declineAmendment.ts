import { reason } from '../../../../kernel/field.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';

export const declineAmendment = agreementVerb('declineAmendment', {
  label: '不同意变更',
  about: 'The proposed text is not accepted; the one in force stays.',
  input: { reason: reason('Why it is not accepted.') },
  effect({ row, input, viewer }) {
    const data = { n: row.amendmentNo, side: sideOf(row, viewer) };
    Object.assign(row, { amendmentNo: null, amendmentSide: null });
    return { reason: input.reason, data };
  },
});
