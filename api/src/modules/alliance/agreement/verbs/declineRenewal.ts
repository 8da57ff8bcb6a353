import { reason } from '../../../../kernel/field.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';

export const declineRenewal = agreementVerb('declineRenewal', {
  label: '不同意续签',
  about: 'The later end is not accepted; the agreement ends as it says.',
  input: { reason: reason('Why it is not renewed, or not so.') },
  effect({ row, input, viewer }) {
    const data = { endsOn: row.renewalEndsOn, side: sideOf(row, viewer) };
    Object.assign(row, { renewalEndsOn: null, renewalSide: null });
    return { reason: input.reason, data };
  },
});
