import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BookingState } from './booking.process.ts';

/** How a booking is kept. Its time as a range is a column that follows from these. */
export const BookingSchema = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<BookingState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    offerId: p.uuid(),
    offerUnitId: p.uuid(),
    /** Who booked it: a unit, or the office of a street or community. */
    unitId: p.uuid().nullable(),
    bookerCode: p.text().nullable(),
    personId: p.uuid(),
    purpose: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** Numbers of the parts that it holds: `{[1,4),[6,7)}`. */
    held: p.string().columnType('int4multirange'),
    parts: p.integer(),
    /** Until when the unit may decline it. */
    declineUntil: p.datetime(),

    districtCode: p.text(),
    streetCode: p.text(),
    communityCode: p.text().nullable(),
    needId: p.uuid().nullable(),
    projectId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    createdAt: p.datetime(),
    returnedAt: p.datetime().nullable(),
  },
});

export type BookingRow = InferEntity<typeof BookingSchema>;
