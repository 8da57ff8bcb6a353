import { DashboardOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { BOARD } from '../../texts/figures.ts';

const watches = actsAs('DISTRICT_LEADER', 'SUPERVISOR', 'STREET_REVIEWER', 'STREET_COMMITTEE');

export const board = defineFeature({
  name: 'board',
  menu: [{ label: BOARD.menu, icon: <DashboardOutlined />, group: 'district', order: 10, to: '/board', when: watches }],
  routes: [
    { path: '/board', load: () => import('./board-page.tsx') },
    { path: '/board/orders', load: () => import('./orders-behind-page.tsx') },
    { path: '/board/resolutions', load: () => import('./resolutions-behind-page.tsx') },
    { path: '/board/meetings', load: () => import('./meetings-behind-page.tsx') },
  ],
});
