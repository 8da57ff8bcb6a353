import { newId } from '../../../../platform/identifier.ts';
import { openCase } from '../../../../platform/process/step.ts';
import { reasons } from '../../appointments.reasons.ts';
import { findSeat } from '../../seat/seat.row.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { endsOnField, refuseTerm } from '../appointment.input.ts';
import { replacement } from '../successor.ts';

export const replace = appointmentVerb('replace', {
  label: '启动补选',
  about: 'Asks for a successor in the seat that was left early; the unit that sent somebody is asked first.',
  input: { endsOn: endsOnField },
  async effect({ row, input: { endsOn }, viewer, now, transaction }) {
    const seat = (await findSeat(transaction, row.seatId))!;
    if (seat.closedAt) reasons.refuse('SEAT_CLOSED');
    refuseTerm(endsOn, { termEndsOn: seat.termEndsOn, now });
    const id = newId(now);
    await openCase(replacement, { id, input: { seat, previous: row, endsOn }, viewer, now, transaction });
    return { data: { successorId: id } };
  },
});
