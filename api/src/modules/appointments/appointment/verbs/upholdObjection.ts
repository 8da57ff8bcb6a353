import { appointmentVerb } from '../appointment.case.ts';
import { findingFields, settleObjection } from '../objection.ts';

export const upholdObjection = appointmentVerb('upholdObjection', {
  label: '异议成立',
  about: 'The street looked into an objection and found it right: nobody is appointed.',
  input: findingFields,
  async effect({ row, input, viewer, transaction }) {
    const settled = { appointmentId: row.id, ...input, upheld: true };
    const objectorId = await settleObjection(settled, viewer, transaction);
    Object.assign(row, { openObjections: row.openObjections - 1, remark: input.finding });
    return { reason: input.finding, data: { objectionId: input.objectionId, objectorId } };
  },
});
