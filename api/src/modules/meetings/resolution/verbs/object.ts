import { reason } from '../../../../kernel/field.ts';
import { isEmpty } from '../../../../kernel/predicate.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const object = resolutionVerb('object', {
  label: '提出异议',
  about: 'The leading unit says why it cannot take it on; the street decides, once.',
  offered: isEmpty('confirmedAt'),
  input: { reason: reason('Why, and who could do it instead.', '异议理由') },
  effect({ row, input }) {
    if (row.confirmedAt) resolutionReasons.refuse('RESOLUTION_CONFIRMED');
    return { reason: input.reason };
  },
});
