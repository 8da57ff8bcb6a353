import { CheckSquareOutlined } from '@ant-design/icons';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { defineFeature } from '../../shell/feature.ts';
import { RESOLUTIONS } from './resolutions.texts.ts';

export const resolutions = defineFeature({
  name: 'resolutions',
  menu: [
    {
      ...{ label: RESOLUTIONS.title, icon: <CheckSquareOutlined />, group: 'meetings', order: 20, to: '/resolutions' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/resolutions', load: () => import('./list-page.tsx') },
    { path: '/resolutions/:id', load: () => import('./resolution-page.tsx') },
  ],
  opens: { resolution: (id) => `/resolutions/${id}` },
});
