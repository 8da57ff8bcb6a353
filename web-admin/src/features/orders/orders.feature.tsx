import { ProjectOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { ORDERS } from './orders.texts.ts';

const seesBoard = actsAs(
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER'] as const),
);

export const orders = defineFeature({
  name: 'orders',
  menu: [
    { label: ORDERS.board, icon: <ProjectOutlined />, group: 'orders', order: 20, to: '/orders', when: seesBoard },
  ],
  routes: [
    { path: '/orders', load: () => import('./board-page.tsx') },
    { path: '/orders/:id', load: () => import('./order-page.tsx') },
  ],
  opens: { order: (id) => `/orders/${id}` },
});
