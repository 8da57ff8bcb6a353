import { endOfDay } from '../../../../kernel/calendar.ts';
import { date, reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { refuseDue } from '../project.input.ts';
import { projectReasons } from '../project.reasons.ts';

export const extend = projectVerb('extend', {
  label: '延长期限',
  about: 'The work may take longer: a later last day.',
  input: { reason: reason('Why it takes longer.'), dueOn: date('新的完成期限', 'The new last day of the work.') },
  effect({ row, input, now }) {
    const path = ['input', 'dueOn'];
    refuseDue(input.dueOn, now);
    if (input.dueOn <= row.dueOn)
      projectReasons.refuse('PROJECT_EXTEND_NOT_LATER', { path, values: { due: row.dueOn } });
    row.dueOn = input.dueOn;
    row.extendCount += 1;
    return { reason: input.reason, clocks: { deliver: endOfDay(input.dueOn) } };
  },
});
