import { defineModule } from '../../platform/module.ts';
import { searchQueries } from './search.queries.ts';

export const searchModule = defineModule({
  name: 'search',
  queries: [searchQueries],
  policy: { roots: { 'Query.search': 'SIGNED_IN' }, types: { SearchHit: 'case' } },
});
