import { unitOf } from '../../../kernel/viewer.ts';
import type { Case } from '../../../platform/process/case.ts';
import { orderCase, orderVerb } from '../order.case.ts';
import { claimableBy, takeClaimable, takenBy } from '../order.claiming.ts';
import { applyPlan, planFields } from '../order.plan.ts';

/** 单位领单. */
export const claim = orderVerb('claim', {
  label: '领单',
  about: 'A unit of the audience takes the order (单位领单).',
  keyed: true,
  input: planFields,
  asks: ({ subject, viewer, transaction }) => claimableBy(unitOf(viewer), subject, transaction),
  effect({ row, asked, input, viewer, transaction }) {
    applyPlan(row, input, transaction);
    const claim = { unitId: unitOf(viewer)!, personId: viewer.personId!, assigned: false };
    const unitIds = takeClaimable(row, claim, asked, transaction);
    return { unitIds, data: { plannedStart: input.plannedStart, plannedFinish: input.plannedFinish } };
  },
  otherwise: ({ row, transaction }) => takenBy(orderCase as unknown as Case, row, transaction),
});
