import { defineModule } from '../../platform/module.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { meetingFigures } from './meeting.figures.ts';
import { orderFigures } from './order.figures.ts';
import { resolutionFigures } from './resolution.figures.ts';
import { RECORD_READERS, WATCHERS } from './statistics.policy.ts';
import { unitRecord } from './unit-record.ts';

export const statisticsModule = defineModule({
  name: 'statistics',
  queries: [defineQueries('StatisticsQueries', { orderFigures, resolutionFigures, meetingFigures, unitRecord })],
  policy: {
    roots: {
      'Query.orderFigures': WATCHERS,
      'Query.resolutionFigures': WATCHERS,
      'Query.meetingFigures': WATCHERS,
      'Query.unitRecord': RECORD_READERS,
    },
    types: { OrderFigures: 'staff', ResolutionFigures: 'staff', MeetingFigures: 'staff', UnitRecord: 'staff' },
  },
});
