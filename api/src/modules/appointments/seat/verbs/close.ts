import { id, reason } from '../../../../kernel/field.ts';
import { defineVerb } from '../../../../platform/process/verb.ts';
import { reasons } from '../../appointments.reasons.ts';
import { sayDay } from '../../say.ts';
import { findSeat } from '../seat.row.ts';
import { Seat } from '../../body/body.shape.ts';

const IN_USE = `SELECT (SELECT max(upper(term)) FROM seat_term WHERE seat_id = $1 AND upper(term) > $2) AS until,
  EXISTS (SELECT FROM appointment WHERE seat_id = $1
    AND state IN ('SEAT_OPEN', 'NOMINATED', 'STUDIED', 'APPROVED', 'IN_NOTICE', 'APPOINTED', 'ACCEPTED')) AS "underWay"`;

export const close = defineVerb({
  noun: 'seat',
  action: 'close',
  label: '撤销席位',
  about: 'Takes a seat away that nobody holds and for which nobody is on the way. Who held it stays known.',
  by: ['COMMUNITY_SECRETARY'],
  input: { seatId: id('席位', 'The seat.', 'seat'), reason: reason('Why it is not needed any more.') },
  shows: { field: 'seat', type: () => Seat.type },
  async perform({ input, viewer, now, transaction }) {
    const path = ['input', 'seatId'];
    const seat = (await findSeat(transaction, input.seatId, true)) ?? reasons.refuse('SEAT_UNKNOWN', { path });
    const values = { name: seat.bodyName, action: '撤销席位' };
    if (seat.communityCode !== viewer.post!.scope) reasons.refuse('BODY_NOT_YOURS', { path, values });
    if (seat.closedAt) reasons.refuse('SEAT_CLOSED', { path });
    const [use] = await transaction.rows<{ until: Date | null; underWay: boolean }>('seat-in-use', IN_USE, [
      seat.id,
      now,
    ]);
    if (use!.until) reasons.refuse('SEAT_HELD', { path, values: { until: sayDay(use!.until) } });
    if (use!.underWay) reasons.refuse('SEAT_UNDER_WAY', { path });
    await transaction.rows('close-seat', 'UPDATE seat SET closed_at = $2 WHERE id = $1', [seat.id, now]);
    const data = { body: seat.bodyName, kind: seat.kind };
    return { value: { ...seat, closedAt: now }, event: { subjectId: seat.id, effect: { reason: input.reason, data } } };
  },
});
