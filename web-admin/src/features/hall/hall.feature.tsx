import { ShopOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { HALL } from './hall.texts.ts';

export const hall = defineFeature({
  name: 'hall',
  menu: [
    {
      ...{ label: HALL.title, icon: <ShopOutlined />, group: 'orders', order: 30, to: '/hall' },
      when: actsAs('UNIT_LIAISON', 'UNIT_LEAD'),
    },
  ],
  routes: [{ path: '/hall', load: () => import('./page.tsx') }],
});
