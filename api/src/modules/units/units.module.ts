import { defineModule } from '../../platform/module.ts';
import { CategoryFields, CategoryQueries } from './category.queries.ts';
import { UnitFields, UnitQueries } from './unit.queries.ts';

export const unitsModule = defineModule({
  name: 'units',
  resolvers: [UnitQueries, UnitFields, CategoryQueries, CategoryFields],
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
