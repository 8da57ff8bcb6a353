import { unitOf } from '../../../kernel/viewer.ts';
import type { Case } from '../../../platform/process/case.ts';
import { orderCase, orderVerb } from '../order.case.ts';
import { takeOrder, takenBy } from '../order.claiming.ts';
import { applyPlan, planFields } from '../order.plan.ts';

/** 单位领单. */
export const claim = orderVerb('claim', {
  label: '领单',
  about: 'A unit of the audience takes the order (单位领单).',
  keyed: true,
  input: planFields,
  async effect({ row, input, viewer, transaction }) {
    applyPlan(row, input, transaction);
    const unitId = unitOf(viewer)!;
    const unitIds = await takeOrder(row, { unitId, personId: viewer.personId!, assigned: false }, transaction);
    return { unitIds, data: { plannedStart: input.plannedStart, plannedFinish: input.plannedFinish } };
  },
  otherwise: ({ row, transaction }) => takenBy(orderCase as unknown as Case, row, transaction),
});
