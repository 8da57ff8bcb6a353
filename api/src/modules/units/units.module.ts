import { defineModule } from '../../platform/module.ts';
import { categoryQueries } from './category.queries.ts';
import { unitQueries } from './unit.queries.ts';

export const unitsModule = defineModule({
  name: 'units',
  queries: [unitQueries, categoryQueries],
  policy: {
    roots: { 'Query.unit': 'SIGNED_IN', 'Query.units': 'SIGNED_IN', 'Query.serviceCategories': 'ANYONE' },
    types: {
      Unit: 'public',
      UnitConnection: 'public',
      UnitEdge: 'public',
      ServiceCategory: 'public',
      CategoryLimit: 'public',
    },
  },
});
