import { resolutionVerb } from '../resolution.case.ts';
import { refuseIncomplete } from '../resolution.plan.ts';

/** 交办: with the issue of the minutes, or to another unit after an objection. */
export const dispatch = resolutionVerb('dispatch', {
  label: '交办',
  about: 'Gives it to the leading unit, which accepts or objects within two working days.',
  effect({ row, now }) {
    refuseIncomplete(row);
    row.dispatchedAt = now;
    const { leadUnitId, coUnitIds, deliverable, dueOn } = row;
    return { data: { leadUnitId, coUnitIds, deliverable, dueOn } };
  },
});
