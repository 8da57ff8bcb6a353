import { TableOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { LEDGER } from './ledger.texts.ts';

const keepsLedger = actsAs(
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER', 'UNIT_LIAISON', 'UNIT_LEAD'] as const),
);

export const ledger = defineFeature({
  name: 'ledger',
  menu: [
    { label: LEDGER.title, icon: <TableOutlined />, group: 'orders', order: 60, to: '/ledger', when: keepsLedger },
  ],
  routes: [{ path: '/ledger', load: () => import('./page.tsx') }],
});
