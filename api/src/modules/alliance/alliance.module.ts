import { defineModule } from '../../platform/module.ts';
import { AllianceFields, AllianceQueries, DivisionAlliance, UnitAlliances } from './alliance.queries.ts';

export const allianceModule = defineModule({
  name: 'alliance',
  resolvers: [AllianceQueries, AllianceFields, UnitAlliances, DivisionAlliance],
  policy: {
    roots: { 'Query.alliance': 'SIGNED_IN', 'Query.alliances': 'SIGNED_IN' },
    types: {
      ...{ Alliance: 'public', AllianceConnection: 'public', AllianceEdge: 'public' },
      ...{ AllianceMember: 'public', AllianceMemberConnection: 'public', AllianceMemberEdge: 'public' },
    },
  },
});
