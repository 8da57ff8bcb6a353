import { resolutionVerb } from '../resolution.case.ts';

/** 逾期: told to the unit, to those who convene and to the supervision; the next agenda has it first. */
export const markOverdue = resolutionVerb('markOverdue', {
  label: '标记逾期',
  about: 'The deadline has passed with the work undone.',
  effect({ row, now }) {
    row.overdueAt = now;
    return { data: { dueOn: row.dueOn } };
  },
});
