import { flag, reason } from '../../../../kernel/field.ts';
import { newId } from '../../../../platform/identifier.ts';
import { openCase } from '../../../../platform/process/step.ts';
import { reasons } from '../../appointments.reasons.ts';
import { sayDate, sayDay } from '../../say.ts';
import { findSeat } from '../../seat/seat.row.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { endsOnField, refuseOver } from '../appointment.input.ts';
import { renewableFrom } from '../appointment.term.ts';
import { refuseStranger } from '../../partner.ts';
import { renewal } from '../successor.ts';

const RENEWED = `SELECT 1 FROM appointment WHERE previous_id = $1 AND term_no > 1 AND state NOT IN ('CLOSED', 'REFUSED', 'DECLINED')`;

export const renew = appointmentVerb('renew', {
  label: '提请续任',
  about: 'Asks the street for another term, from sixty days before the end; it begins when this one is over.',
  input: {
    endsOn: endsOnField,
    consent: flag('本人同意', 'The person agrees to serve on.'),
    reason: reason('Why another term.'),
  },
  async effect({ row, input, viewer, now, transaction }) {
    if (!input.consent) reasons.refuse('APPOINTMENT_NO_CONSENT', { path: ['input', 'consent'] });
    refuseOver(row, '提请续任', now);
    const from = renewableFrom(row.endsAt!);
    if (now < from)
      reasons.refuse('APPOINTMENT_RENEW_EARLY', { values: { from: sayDay(new Date(from.getTime() + 1)) } });
    const seat = (await findSeat(transaction, row.seatId))!;
    if (input.endsOn <= row.endsOn || input.endsOn > seat.termEndsOn)
      reasons.refuse('APPOINTMENT_RENEW_SHORT', {
        ...{ path: ['input', 'endsOn'], values: { until: sayDate(seat.termEndsOn) } },
      });
    const { communityCode, homeUnitId: unitId } = row;
    if (unitId) await refuseStranger({ unitId, communityCode, path: [] }, transaction);
    // The row is locked: nobody else renews it meanwhile.
    const under = await transaction.rows('renewal-under-way', RENEWED, [row.id]);
    if (under.length > 0) reasons.refuse('APPOINTMENT_RENEWED');
    const id = newId(now);
    const { endsOn, reason: why } = input;
    await openCase(renewal, { id, input: { previous: row, endsOn, reason: why }, viewer, now, transaction });
    return { reason: why, data: { successorId: id, endsOn } };
  },
});
