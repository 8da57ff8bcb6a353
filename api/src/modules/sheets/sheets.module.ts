import { defineModule } from '../../platform/module.ts';
import { forgetRound } from './imports/import.store.ts';
import { sheetRoutes } from './sheet.routes.ts';

export const sheetsModule = defineModule({
  name: 'sheets',
  routes: sheetRoutes,
  rounds: [forgetRound],
  policy: { roots: {}, types: {} },
});
