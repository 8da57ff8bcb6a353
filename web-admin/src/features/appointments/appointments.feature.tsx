import { SwapOutlined } from '@ant-design/icons';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { defineFeature } from '../../shell/feature.ts';
import { APPOINTMENTS } from './appointments.texts.ts';

export const appointments = defineFeature({
  name: 'appointments',
  menu: [
    {
      ...{ label: APPOINTMENTS.title, icon: <SwapOutlined />, group: 'posts', order: 10, to: '/appointments' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/appointments', load: () => import('./list-page.tsx') },
    { path: '/appointments/:id', load: () => import('./appointment-page.tsx') },
    { path: '/bodies/:id', load: () => import('./body-page.tsx') },
  ],
  opens: { appointment: (id) => `/appointments/${id}`, body: (id) => `/bodies/${id}` },
});
