import { defineModule } from '../../platform/module.ts';
import { divisionQueries } from './division.queries.ts';

export const divisionsModule = defineModule({
  name: 'divisions',
  queries: [divisionQueries],
  policy: {
    roots: { 'Query.division': 'ANYONE', 'Query.divisions': 'ANYONE' },
    types: { Division: 'public', DivisionConnection: 'public', DivisionEdge: 'public' },
  },
});
