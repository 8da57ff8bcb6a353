import { FileProtectOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { AGREEMENTS } from './agreements.texts.ts';

export const agreements = defineFeature({
  name: 'agreements',
  menu: [
    {
      ...{ label: AGREEMENTS.title, icon: <FileProtectOutlined />, group: 'alliance', order: 20, to: '/agreements' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/agreements', load: () => import('./list-page.tsx') },
    { path: '/agreements/:id', load: () => import('./agreement-page.tsx') },
  ],
  opens: { agreement: (id) => `/agreements/${id}` },
});
