import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AppointmentEnd } from './appointment.choice.ts';
import type { SeatDirection, SeatKind } from '../seat/seat.choice.ts';
import type { AppointmentState } from './appointment.process.ts';

/** How an appointment is kept. Who held which seat when stands in `seat_term`. */
export const AppointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<AppointmentState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    districtCode: p.text(),
    streetCode: p.text(),
    communityCode: p.text(),

    seatId: p.uuid(),
    bodyId: p.uuid(),
    direction: p.text().$type<SeatDirection>(),
    kind: p.text().$type<SeatKind>(),
    title: p.text(),
    unitId: p.uuid().nullable(),
    homeUnitId: p.uuid().nullable(),
    homeUnitNamed: p.boolean().default(false),
    personId: p.uuid().nullable(),
    consentOn: p.text().columnType('date').nullable(),
    studiedOn: p.text().columnType('date').nullable(),
    opinion: p.text().nullable(),
    documentNumber: p.text().nullable(),
    remark: p.text().nullable(),
    noticePlace: p.text().nullable(),
    noticeUntil: p.datetime().nullable(),
    openObjections: p.integer().default(0),

    termNo: p.integer().default(1),
    previousId: p.uuid().nullable(),
    startsOn: p.text().columnType('date').nullable(),
    endsOn: p.text().columnType('date'),
    /** The term as it runs, and as it came to its end. */
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    reviewDueAt: p.datetime().nullable(),
    onNotice: p.boolean().default(false),
    actingPersonId: p.uuid().nullable(),
    leaveUntil: p.text().columnType('date').nullable(),
    endedBy: p.text().$type<AppointmentEnd>().nullable(),
    createdAt: p.datetime(),
  },
});

export type AppointmentRow = InferEntity<typeof AppointmentSchema>;
