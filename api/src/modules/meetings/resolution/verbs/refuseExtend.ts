import { reason } from '../../../../kernel/field.ts';
import { isEmpty, not } from '../../../../kernel/predicate.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const refuseExtend = resolutionVerb('refuseExtend', {
  label: '不同意延期',
  about: 'The end stays where it is.',
  offered: not(isEmpty('extendTo')),
  input: { reason: reason('Why the day must be kept.', '不同意的理由') },
  effect({ row, input }) {
    if (!row.extendTo) resolutionReasons.refuse('RESOLUTION_NO_EXTENSION');
    const asked = row.extendTo;
    row.extendTo = null;
    return { reason: input.reason, data: { asked } };
  },
});
