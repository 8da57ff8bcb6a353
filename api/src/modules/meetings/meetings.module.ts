import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import { cadenceQueries } from './cadence/cadence.queries.ts';
import { meetingCase } from './meeting/meeting.case.ts';
import { meetingQueries } from './meeting/meeting.queries.ts';
import { MeetingSchema } from './meeting/meeting.row.ts';
import { minutesRoutes } from './minutes/minutes.routes.ts';
import './minutes/minutes.shape.ts';
import { verifyMinutes } from './minutes/verify-minutes.ts';
import { resolutionsOwed } from './resolution/resolution.carried.ts';
import { resolutionCase } from './resolution/resolution.case.ts';
import { resolutionQueries } from './resolution/resolution.queries.ts';
import { ResolutionSchema } from './resolution/resolution.row.ts';

export const meetingsModule = defineModule({
  name: 'meetings',
  rows: [MeetingSchema, ResolutionSchema],
  cases: [meetingCase as unknown as Case, resolutionCase as unknown as Case],
  queries: [meetingQueries, cadenceQueries, resolutionQueries],
  routes: minutesRoutes,
  verifies: verifyMinutes,
  obligations: resolutionsOwed,
  policy: {
    roots: {
      'Query.jointMeeting': 'SIGNED_IN',
      'Query.jointMeetings': 'SIGNED_IN',
      'Query.alliancesBehind': [
        ...(['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE'] as const),
        ...(['SUPERVISOR', 'DISTRICT_LEADER'] as const),
      ],
      'Query.resolution': 'SIGNED_IN',
      'Query.resolutions': 'SIGNED_IN',
    },
    types: {
      ...{ Resolution: 'case', ResolutionConnection: 'case', ResolutionEdge: 'case' },
      ...{ JointMeeting: 'case', JointMeetingConnection: 'case', JointMeetingEdge: 'case' },
      ...{
        MeetingMinutes: 'case',
        MinutesVersion: 'case',
        MinutesSection: 'case',
        MinutesChange: 'case',
        MinutesSignature: 'case',
      },
      ...{ MinutesErratum: 'case', IssuedMinutes: 'case', PublishedSection: 'case' },
      ...{ MinutesConflict: 'case', MinutesDifference: 'case', MinutesProposedSection: 'case' },
      ...{ MeetingTopic: 'case', MeetingAttendee: 'case', MeetingQuorum: 'case', MeetingVoteCast: 'case' },
      ...{ AllianceCadence: 'public', AllianceCadenceConnection: 'public', AllianceCadenceEdge: 'public' },
    },
  },
});
