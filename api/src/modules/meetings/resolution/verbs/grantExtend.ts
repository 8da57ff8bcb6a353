import { dayOf, endOfDay } from '../../../../kernel/calendar.ts';
import { optional, paragraph } from '../../../../kernel/field.ts';
import { isEmpty, not } from '../../../../kernel/predicate.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const grantExtend = resolutionVerb('grantExtend', {
  label: '同意延期',
  about: 'The street moves the end to the day that the unit asked for.',
  offered: not(isEmpty('extendTo')),
  input: { text: optional(paragraph('审批意见', 'On what conditions.', { max: 500 })) },
  effect({ row, input, now }) {
    const until = row.extendTo ?? resolutionReasons.refuse('RESOLUTION_NO_EXTENSION');
    if (until <= dayOf(now)) resolutionReasons.refuse('RESOLUTION_DUE_PAST');
    const from = row.dueOn;
    Object.assign(row, { dueOn: until, extendTo: null, extendCount: row.extendCount + 1, overdueAt: null });
    const end = endOfDay(until);
    return { data: { text: input.text, from, until }, clocks: { finish: end, markOverdue: end } };
  },
});
