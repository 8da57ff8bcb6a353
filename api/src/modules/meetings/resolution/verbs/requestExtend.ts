import { date, reason } from '../../../../kernel/field.ts';
import { isEmpty } from '../../../../kernel/predicate.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refusePast } from '../resolution.plan.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const requestExtend = resolutionVerb('requestExtend', {
  label: '申请延期',
  about: 'The leading unit asks the street for a later end.',
  offered: isEmpty('extendTo'),
  input: { until: date('延期至', 'The new last day of the work.'), reason: reason('Why it takes longer.', '延期理由') },
  effect({ row, input, now }) {
    if (row.extendTo) resolutionReasons.refuse('RESOLUTION_EXTEND_PENDING');
    const path = ['input', 'until'];
    const due = row.dueOn!;
    if (input.until <= due) resolutionReasons.refuse('RESOLUTION_EXTEND_NOT_LATER', { path, values: { due } });
    refusePast(input.until, 'until', now);
    row.extendTo = input.until;
    return { reason: input.reason, data: { until: input.until } };
  },
});
