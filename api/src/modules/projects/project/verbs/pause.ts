import { dayOf } from '../../../../kernel/calendar.ts';
import { date, reason } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { projectReasons } from '../project.reasons.ts';

const LONGEST = 90 * 86_400_000;

export const pause = projectVerb('pause', {
  label: '暂停实施',
  about: 'The work rests until a day, ninety days at most; its last day moves with it.',
  input: {
    reason: reason('Why it rests, and what must happen before it goes on.'),
    until: date('恢复日期', 'The day on which it goes on.'),
  },
  effect({ row, input, now }) {
    const path = ['input', 'until'];
    const latest = dayOf(new Date(now.getTime() + LONGEST));
    if (input.until <= dayOf(now)) projectReasons.refuse('PROJECT_PAUSE_PAST', { path });
    if (input.until > latest) projectReasons.refuse('PROJECT_PAUSE_TOO_LONG', { path, values: { latest } });
    row.pausedUntil = input.until;
    return { reason: input.reason };
  },
});
