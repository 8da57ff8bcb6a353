import { defineModule } from '../../platform/module.ts';
import { DivisionFields, DivisionQueries } from './division.queries.ts';

export const divisionsModule = defineModule({
  name: 'divisions',
  resolvers: [DivisionQueries, DivisionFields],
  policy: {
    roots: { 'Query.division': 'ANYONE', 'Query.divisions': 'ANYONE' },
    types: { Division: 'public', DivisionConnection: 'public', DivisionEdge: 'public' },
  },
});
