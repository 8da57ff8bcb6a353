import { reason } from '../../../../kernel/field.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';
import { reasons } from '../agreement.reasons.ts';

export const recall = agreementVerb('recall', {
  label: '撤回终止',
  about: 'Takes the notice back before it has run out; the agreement goes on.',
  input: { reason: reason('Why the agreement goes on.') },
  effect({ row, input, viewer, now }) {
    if (row.noticeEndsAt && row.noticeEndsAt <= now) reasons.refuse('AGREEMENT_NOTICE_OVER');
    Object.assign(row, { noticeSide: null, noticeEndsAt: null });
    return { reason: input.reason, data: { side: sideOf(row, viewer) } };
  },
});
