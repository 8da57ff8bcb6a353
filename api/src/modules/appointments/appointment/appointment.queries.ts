import { GraphQLISODateTime, ID } from 'type-graphql';
import { conditionsSql, defineFilter, equals } from '../../../platform/reads/condition.ts';
import { Place } from '../../../platform/reads/place.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { count, figures } from '../../../platform/reads/roots/figures.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId, byInstant } from '../../../platform/reads/sort.ts';
import { AppointmentSortEnum, AppointmentState, SeatDirectionEnum, SeatKindEnum } from '../appointments.enums.ts';
import { liesWithin, ofId } from '../conditions.ts';
import { Appointment } from './appointment.shape.ts';

const filter = defineFilter('AppointmentFilter', '筛选条件 — All that are given must hold.', {
  states: {
    ...{ type: () => [AppointmentState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  direction: equals(() => SeatDirectionEnum, '任职方向 — Only this way.', 'direction'),
  kind: equals(() => SeatKindEnum, '席位类别 — Only of this kind.', 'kind'),
  division: liesWithin('区划 — Code of a district, street or community.', [
    ...['communityCode', 'streetCode', 'districtCode'],
  ]),
  body: ofId('组织编号 — Only of this body.', 'bodyId'),
  seat: ofId('席位编号 — Only of this seat.', 'seatId'),
  unit: {
    ...{ type: () => ID, about: '单位编号 — Whom this unit sends or receives.' },
    sql: (it, id) =>
      id.isId
        ? `(${it.column('homeUnitId')} = ${it.value(id, 'uuid')} OR ${it.column('unitId')} = ${it.value(id, 'uuid')})`
        : 'false',
  },
  mine: {
    ...{ type: () => Boolean, about: '本人的 — True: the viewer’s own; false: the others.' },
    sql: (it, given) => {
      const me = it.statement.parameters.term('PERSON', 'uuid');
      const own = `coalesce(${me} IN (${it.column('personId')}, ${it.column('actingPersonId')}), false)`;
      return given.known<boolean>() ? own : `NOT ${own}`;
    },
  },
  endingBefore: {
    ...{ type: () => GraphQLISODateTime, about: '届满早于 — In office, and the term ends before this moment.' },
    sql: (it, given) =>
      `(${it.column('state')} IN ('ACTIVE', 'SUSPENDED') AND ${it.column('endsAt')} < ${it.value(given, 'timestamptz')})`,
  },
});

export const appointmentQueries = defineQueries('AppointmentQueries', {
  appointment: oneRow(Appointment, {
    about: '交叉任职 — One appointment; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),

  appointments: pages(Appointment, {
    ...{ about: '交叉任职列表 — Appointments that the viewer may see.', label: '交叉任职', filter },
    sort: {
      ...{ type: AppointmentSortEnum, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'appointments:NEWEST', descending: true, keys: [byId('id')] },
        DUE_FIRST: { name: 'appointments:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] },
        ENDING_FIRST: { name: 'appointments:ENDING_FIRST', keys: [byInstant('endsAt'), byId('id')] },
      },
    },
  }),

  appointmentCounts: figures({
    about: '状态计数 — Appointments that the viewer may see, by state.',
    row: {
      ...{ name: 'AppointmentStateCount', about: '状态计数 — How many appointments stand in a state.' },
      columns: {
        state: { type: () => AppointmentState, about: '状态 — The state.' },
        count: count('数量 — How many the viewer may see.'),
      },
    },
    filter,
    select(statement, given) {
      const it = new Place(statement, Appointment);
      const from = it.from({ where: conditionsSql(filter.conditions, it, given) });
      const state = it.column('state');
      return `SELECT ${state} AS state, count(*) AS count FROM ${from} GROUP BY ${state} ORDER BY ${state}`;
    },
  }),
});
