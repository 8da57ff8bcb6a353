import { defineModule } from '../../platform/module.ts';
import { allianceQueries } from './alliance.queries.ts';

export const allianceModule = defineModule({
  name: 'alliance',
  queries: [allianceQueries],
  policy: {
    roots: { 'Query.alliance': 'SIGNED_IN', 'Query.alliances': 'SIGNED_IN' },
    types: {
      ...{ Alliance: 'public', AllianceConnection: 'public', AllianceEdge: 'public' },
      ...{ AllianceMember: 'public', AllianceMemberConnection: 'public', AllianceMemberEdge: 'public' },
    },
  },
});
