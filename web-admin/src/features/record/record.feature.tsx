import { LineChartOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { RECORD } from './record.texts.ts';

export const record = defineFeature({
  name: 'record',
  menu: [
    {
      ...{ label: RECORD.menu, icon: <LineChartOutlined />, group: 'orders', order: 90, to: '/record' },
      when: actsAs('UNIT_LIAISON', 'UNIT_LEAD'),
    },
  ],
  routes: [{ path: '/record', load: () => import('./record-page.tsx') }],
});
