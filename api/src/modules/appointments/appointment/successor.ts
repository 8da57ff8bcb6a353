import { placesOf } from '../../divisions/index.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { SeatInBody } from '../seat/seat.row.ts';
import { SeatKind } from '../seat/seat.choice.ts';
import { appointmentOpens } from './appointment.case.ts';
import { AppointmentSchema, type AppointmentRow } from './appointment.row.ts';

interface Opened {
  readonly id: string;
  readonly endsOn: string;
  /** The unit that is asked to send somebody. */
  readonly homeUnitId: string | null;
  readonly previousId: string | null;
}

/** A new case for a seat: somebody is to be sent. */
export function openFor(seat: SeatInBody, { id, ...opened }: Opened, { em, now }: Transaction): AppointmentRow {
  const { district, street, community } = placesOf(seat.communityCode);
  const { id: seatId, bodyId, direction, kind, bodyName, bodyUnitId: unitId } = seat;
  return em.create(AppointmentSchema, {
    ...{ id, state: 'SEAT_OPEN', version: 1, enteredAt: now, createdAt: now },
    ...{ districtCode: district!, streetCode: street!, communityCode: community! },
    ...{ seatId, bodyId, direction, kind, unitId, title: `${bodyName}·${SeatKind.label(kind)}` },
    ...{ ...opened, homeUnitNamed: opened.homeUnitId !== null },
  });
}

/** The next term of whoever holds the seat: studied already, decided anew. */
function renewalOf(previous: AppointmentRow, { id, endsOn }: { id: string; endsOn: string }, { em, now }: Transaction) {
  const { districtCode, streetCode, communityCode, seatId, bodyId, direction, kind, title } = previous;
  const { unitId, homeUnitId, homeUnitNamed, personId, termNo } = previous;
  return em.create(AppointmentSchema, {
    ...{ id, state: 'STUDIED', version: 1, enteredAt: now, createdAt: now, districtCode, streetCode, communityCode },
    ...{ seatId, bodyId, direction, kind, title, unitId, homeUnitId, homeUnitNamed, personId },
    ...{ termNo: termNo + 1, previousId: previous.id, endsOn },
  });
}

interface Renewed {
  readonly previous: AppointmentRow;
  readonly endsOn: string;
  readonly reason: string;
}

/** Opened by `renew` of the term before; no mutation of its own. */
export const renewal = appointmentOpens('renew', {
  ...{ label: '提请续任', about: 'Opens the next term.', input: {}, by: [] },
  create({ id, input, transaction }) {
    const { previous, endsOn, reason } = input as unknown as Renewed;
    const row = renewalOf(previous, { id, endsOn }, transaction);
    return Promise.resolve({ row, effect: { reason, data: { previousId: previous.id, termNo: row.termNo } } });
  },
});

interface Replaced {
  readonly seat: SeatInBody;
  readonly previous: AppointmentRow;
  readonly endsOn: string;
}

/** Opened by `replace` of a term that ended early; no mutation of its own. */
export const replacement = appointmentOpens('openSeat', {
  ...{ label: '启动选派', about: 'Asks for a successor.', input: {}, by: [] },
  create({ id, input, transaction }) {
    const { seat, previous, endsOn } = input as unknown as Replaced;
    const opened = { id, endsOn, homeUnitId: previous.homeUnitId ?? null, previousId: previous.id };
    const row = openFor(seat, opened, transaction);
    return Promise.resolve({ row, effect: { data: { previousId: previous.id } } });
  },
});
