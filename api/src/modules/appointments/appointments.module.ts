import type { Role } from '../../kernel/viewer.ts';
import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import { appointmentCase } from './appointment/appointment.case.ts';
import { appointmentQueries } from './appointment/appointment.queries.ts';
import { AppointmentSchema } from './appointment/appointment.row.ts';
import { bodyQueries } from './body/body.queries.ts';
import { coverageQueries } from './coverage.queries.ts';

/** Whose business it is how communities and units are supplied. */
const WATCHERS: readonly Role[] =
  ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'COMMITTEE_MEMBER', 'PARTY_ADVISER', 'GRID_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LEAD', 'UNIT_LIAISON', 'SUPERVISOR', 'DISTRICT_LEADER']; // prettier-ignore

export const appointmentsModule = defineModule({
  name: 'appointments',
  rows: [AppointmentSchema],
  cases: [appointmentCase as unknown as Case],
  queries: [bodyQueries, appointmentQueries, coverageQueries],
  policy: {
    roots: {
      ...{ 'Query.body': 'SIGNED_IN', 'Query.bodies': 'SIGNED_IN', 'Query.seats': 'SIGNED_IN' },
      ...{
        'Query.appointment': 'SIGNED_IN',
        'Query.appointments': 'SIGNED_IN',
        'Query.appointmentCounts': 'SIGNED_IN',
      },
      ...{ 'Query.appointmentCoverage': WATCHERS, 'Query.appointmentBalance': WATCHERS },
    },
    types: {
      ...{ Body: 'public', BodyConnection: 'public', BodyEdge: 'public' },
      ...{ BodyMember: 'public', BodyMemberConnection: 'public', BodyMemberEdge: 'public' },
      ...{ Seat: 'public', SeatConnection: 'public', SeatEdge: 'public' },
      ...{ Appointment: 'case', AppointmentConnection: 'case', AppointmentEdge: 'case', AppointmentStateCount: 'case' },
      ...{ AppointmentRecord: 'case', AppointmentReview: 'case', AppointmentObjection: 'personal' },
      ...{ AppointmentCoverage: 'staff', AppointmentBalance: 'staff' },
    },
  },
});
