import { ID } from 'type-graphql';
import { defineFilter } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { spanSql, TimeSpan } from '../offer/time-span.ts';
import { BookingStateEnum } from './booking.enums.ts';
import { bookingStory } from './booking.policy.ts';
import { Booking, byStart } from './booking.shape.ts';

const bookingFilter = defineFilter('BookingFilter', '筛选条件 — All that are given must hold.', {
  states: {
    ...{ type: () => [BookingStateEnum], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  offer: {
    ...{ type: () => ID, about: '资源 — Id of an offer.' },
    sql: (it, given) => (given.isId ? `${it.column('offerId')} = ${it.value(given, 'uuid')}` : 'false'),
  },
  offeringUnit: {
    ...{ type: () => ID, about: '提供单位 — Id of the unit whose it is.' },
    sql: (it, given) => (given.isId ? `${it.column('offerUnitId')} = ${it.value(given, 'uuid')}` : 'false'),
  },
  // Who booked is found only by whom it is shown to.
  unit: {
    ...{ type: () => ID, about: '预约单位 — Id of the unit that booked.' },
    sql: (it, given) =>
      given.isId ? `(${it.column('unitId')} = ${it.value(given, 'uuid')} AND ${it.condition(bookingStory)})` : 'false',
  },
  during: {
    ...{ type: () => TimeSpan, about: '时段 — Only what falls into it.' },
    sql: (it, given) => {
      const { from, to } = spanSql(given, it.statement.parameters);
      return `${it.column('during')} && tstzrange(${from}, ${to})`;
    },
  },
});

export const bookingQueries = defineQueries('BookingQueries', {
  booking: oneRow(Booking, {
    about: '资源预约 — One booking; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — Identity.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  bookings: pages(Booking, {
    ...{ about: '资源预约列表 — Bookings that the viewer may see, in the order of beginnings.', label: '资源预约' },
    ...{ filter: bookingFilter, sort: byStart },
  }),
});
