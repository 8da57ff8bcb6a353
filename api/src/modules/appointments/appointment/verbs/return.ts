import { appointmentVerb } from '../appointment.case.ts';
import { refuseOver } from '../appointment.input.ts';
import { holdSeat, leaveSeat } from '../seat-term.ts';

export const returned = appointmentVerb('return', {
  label: '返岗',
  about: 'The holder is back; whoever stood in leaves the seat.',
  async effect({ row, viewer, now, transaction }) {
    refuseOver(row, '返岗', now);
    const { actingPersonId } = row;
    await leaveSeat(row, viewer, transaction);
    await holdSeat(row, { personId: row.personId!, from: now, to: row.endsAt!, acting: false }, viewer, transaction);
    Object.assign(row, { actingPersonId: null, leaveUntil: null });
    return { data: { actingPersonId } };
  },
});
