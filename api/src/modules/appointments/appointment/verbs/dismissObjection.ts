import { appointmentVerb } from '../appointment.case.ts';
import { findingFields, settleObjection } from '../objection.ts';

export const dismissObjection = appointmentVerb('dismissObjection', {
  label: '异议不成立',
  about: 'The street looked into an objection and found nothing that speaks against it. The notice goes on, or ends.',
  input: findingFields,
  async effect({ row, input, viewer, now, transaction }) {
    const settled = { appointmentId: row.id, ...input, upheld: false };
    const objectorId = await settleObjection(settled, viewer, transaction);
    row.openObjections -= 1;
    const isOver = row.openObjections === 0 && row.noticeUntil !== null && now >= row.noticeUntil!;
    const then = isOver ? { then: 'noticeEnds' } : {};
    return { ...then, reason: input.finding, data: { objectionId: input.objectionId, objectorId } };
  },
});
