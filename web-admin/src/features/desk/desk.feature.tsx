import { AuditOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { DESK } from './desk.texts.ts';

const reviews = actsAs('STREET_REVIEWER', 'STREET_COMMITTEE');

export const desk = defineFeature({
  name: 'desk',
  menu: [{ label: DESK.title, icon: <AuditOutlined />, group: 'orders', order: 10, to: '/desk', when: reviews }],
  routes: [{ path: '/desk', load: () => import('./page.tsx') }],
});
