import { date, reason } from '../../../../kernel/field.ts';
import { relapse } from '../../../../platform/process/closing.ts';
import { projectVerb } from '../project.case.ts';
import { refuseDue } from '../project.input.ts';

/** 反弹: the same number, one round more. */
export const reopen = projectVerb('reopen', {
  label: '反弹重办',
  about: 'What was put right is wrong again: the unit goes on under the same number.',
  input: { reason: reason('What is wrong again.'), dueOn: date('完成期限', 'The last day of the work now.') },
  effect({ row, input, now }) {
    refuseDue(input.dueOn, now);
    relapse(row, now);
    Object.assign(row, { dueOn: input.dueOn, reworkCount: 0, extendCount: 0, executorId: null, checkerId: null });
    Object.assign(row, { checkerUnitIds: [], deliveredAt: null, appraisedAt: null });
    return { reason: input.reason, data: { round: row.round, serial: row.serial } };
  },
});
