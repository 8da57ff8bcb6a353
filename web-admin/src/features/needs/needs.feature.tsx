import { SolutionOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs, type Viewer } from '../../shell/viewer.tsx';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { NEEDS } from './needs.texts.ts';

// On their rounds they hear what people lack.
const ofGrid = actsAs('GRID_WORKER', 'GRID_SECRETARY');

export const needs = defineFeature({
  name: 'needs',
  menu: [
    {
      ...{ label: NEEDS.title, icon: <SolutionOutlined />, group: 'alliance', order: 40, to: '/needs' },
      when: (viewer: Viewer) => ofAlliance(viewer) || ofGrid(viewer),
    },
  ],
  routes: [
    { path: '/needs', load: () => import('./list-page.tsx') },
    { path: '/needs/:id', load: () => import('./need-page.tsx') },
  ],
  opens: { need: (id) => `/needs/${id}` },
});
