import { FlagOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { PROJECTS } from './projects.texts.ts';

export const projects = defineFeature({
  name: 'projects',
  menu: [
    {
      ...{ label: PROJECTS.title, icon: <FlagOutlined />, group: 'alliance', order: 50, to: '/projects' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/projects', load: () => import('./list-page.tsx') },
    { path: '/projects/:id', load: () => import('./project-page.tsx') },
  ],
  opens: { project: (id) => `/projects/${id}` },
});
