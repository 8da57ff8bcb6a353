import { id, optional } from '../../../../kernel/field.ts';
import { reasons } from '../../appointments.reasons.ts';
import { findSeat } from '../../seat/seat.row.ts';
import { appointmentOpens } from '../appointment.case.ts';
import { endsOnField, refuseTerm } from '../appointment.input.ts';
import { refuseSender } from '../eligible.ts';
import { openFor } from '../successor.ts';

export const openSeat = appointmentOpens('openSeat', {
  label: '启动选派',
  about:
    'Opens a seat to be filled: a unit is to send somebody into the community, or the community somebody into a unit.',
  by: ['COMMUNITY_SECRETARY'],
  input: {
    seatId: id('席位', 'The seat.', 'seat'),
    endsOn: endsOnField,
    unitId: optional(id('选派单位', 'Inbound: the unit that is asked; any with an agreement, if left out.', 'unit')),
  },
  async create({ id: caseId, input, viewer, now, transaction }) {
    const path = ['input', 'seatId'];
    const seat = (await findSeat(transaction, input.seatId)) ?? reasons.refuse('SEAT_UNKNOWN', { path });
    const { communityCode, source, bodyName: name, termEndsOn } = seat;
    if (communityCode !== viewer.post!.scope)
      reasons.refuse('BODY_NOT_YOURS', { path, values: { name, action: '启动选派' } });
    if (seat.closedAt) reasons.refuse('SEAT_CLOSED', { path });
    refuseTerm(input.endsOn, { termEndsOn, now });
    const homeUnitId = seat.direction === 'INBOUND' ? input.unitId : null;
    if (homeUnitId !== null)
      await refuseSender({ unitId: homeUnitId, source, communityCode, path: ['input', 'unitId'] }, transaction);
    const opened = { id: caseId, endsOn: input.endsOn, homeUnitId, previousId: null };
    return { row: openFor(seat, opened, transaction), effect: { data: { endsOn: input.endsOn } } };
  },
});
