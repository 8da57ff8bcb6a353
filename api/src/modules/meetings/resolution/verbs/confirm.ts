import { reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';

export const confirm = resolutionVerb('confirm', {
  label: '维持交办',
  about: 'The street holds to the unit, which cannot object again.',
  input: { reason: reason('Why the unit shall do it.', '裁定理由') },
  effect({ row, input, now }) {
    Object.assign(row, { confirmedAt: now, dispatchedAt: now });
    return { reason: input.reason };
  },
});
