import { date, reason } from '../../../../kernel/field.ts';
import { relapse } from '../../../../platform/process/closing.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refusePast } from '../resolution.plan.ts';

/** 反弹: the same number, one round more. */
export const reopen = resolutionVerb('reopen', {
  label: '反弹重办',
  about: 'What was resolved has come undone: the same unit goes on under the same number, within 180 days.',
  input: {
    dueOn: date('完成时限', 'The last day of the work.'),
    reason: reason('What has come undone.', '反弹情况'),
  },
  effect({ row, input, now }) {
    refusePast(input.dueOn, 'dueOn', now);
    relapse(row, now);
    Object.assign(row, { dueOn: input.dueOn, percent: 0, overdueAt: null, clearedMeetingId: null, circular: null });
    Object.assign(row, { extendCount: 0, reworkCount: 0, orderId: null, projectId: null });
    return { reason: input.reason, data: { round: row.round, serial: row.serial } };
  },
});
