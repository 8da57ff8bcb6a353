import { date, id, optional, reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refusePast, refuseStrangers } from '../resolution.plan.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

export const changeUnit = resolutionVerb('changeUnit', {
  label: '改派单位',
  about: 'The street gives it to another member unit, which accepts or objects anew.',
  input: {
    leadUnitId: id('新的牵头单位', 'The member unit that answers for it from now on.', 'unit'),
    dueOn: optional(date('完成时限', 'A new last day of the work; the old one when left out.')),
    reason: reason('Why another unit.', '改派理由'),
  },
  async effect({ row, input, now, transaction }) {
    const { leadUnitId, dueOn } = input;
    const formerUnitId = row.leadUnitId!;
    if (leadUnitId === formerUnitId)
      resolutionReasons.refuse('RESOLUTION_SAME_UNIT', { path: ['input', 'leadUnitId'] });
    refusePast(dueOn, 'dueOn', now);
    await refuseStrangers({ leadUnitId, coUnitIds: [] }, row.allianceId, transaction);
    const coUnitIds = row.coUnitIds.filter((unitId) => unitId !== leadUnitId);
    Object.assign(row, { leadUnitId, coUnitIds, ...(dueOn && { dueOn, overdueAt: null }), confirmedAt: null });
    return { reason: input.reason, data: { formerUnitId }, unitIds: [formerUnitId], then: 'dispatch' };
  },
});
