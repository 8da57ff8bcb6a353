import { defineModule } from '../../platform/module.ts';
import { fileRoutes } from './file.routes.ts';
import { orphanRound } from './orphans.ts';

export const filesModule = defineModule({
  name: 'files',
  routes: fileRoutes,
  rounds: [orphanRound],
  policy: { roots: {}, types: { File: 'case' } },
});
