import { QrcodeOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { POSTERS } from './posters.texts.ts';

/** Those who put paper up where residents come by. */
const ofPlaces = actsAs(
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER', 'SYSTEM_ADMIN'] as const),
);

export const posters = defineFeature({
  name: 'posters',
  menu: [
    { label: POSTERS.title, icon: <QrcodeOutlined />, group: 'orders', order: 90, to: '/posters', when: ofPlaces },
  ],
  routes: [{ path: '/posters', load: () => import('./page.tsx') }],
});
