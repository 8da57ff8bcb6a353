import { DashboardOutlined } from '@ant-design/icons';
import { watches } from '../../parts/figures/watches.ts';
import { defineFeature } from '../../shell/feature.ts';
import { BOARD } from '../../texts/figures.ts';

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
