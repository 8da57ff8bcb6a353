import { defineModule } from '../../platform/module.ts';
import { posterRoutes } from './poster.routes.ts';

export const postersModule = defineModule({ name: 'posters', routes: posterRoutes });
