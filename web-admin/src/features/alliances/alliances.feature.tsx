import { TeamOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { ALLIANCES } from './alliances.texts.ts';
import { ofAlliance } from '../../parts/alliance/roles.ts';

export const alliances = defineFeature({
  name: 'alliances',
  menu: [
    {
      ...{ label: ALLIANCES.title, icon: <TeamOutlined />, group: 'alliance', order: 10, to: '/alliances' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/alliances', load: () => import('./list-page.tsx') },
    { path: '/alliances/:id', load: () => import('./alliance-page.tsx') },
  ],
  opens: { alliance: (id) => `/alliances/${id}` },
});
