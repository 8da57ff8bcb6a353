export { INSERT_BODIES, type BodyRow } from './body/body.row.ts';
export { BodyKind } from './body/body.choice.ts';
export { Body, BodyMember } from './body/body.shape.ts';
export { Appointment } from './appointment/appointment.shape.ts';
export { SEAT_RULES, SeatKind, SeatSource, sourceOf } from './seat/seat.choice.ts';
export { INSERT_SEATS, type SeatRow } from './seat/seat.row.ts';
