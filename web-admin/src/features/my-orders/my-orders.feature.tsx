import { CarryOutOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { MY_ORDERS } from './my-orders.texts.ts';

export const myOrders = defineFeature({
  name: 'my-orders',
  menu: [
    {
      ...{ label: MY_ORDERS.title, icon: <CarryOutOutlined />, group: 'orders', order: 40, to: '/my-orders' },
      when: actsAs('UNIT_LIAISON', 'UNIT_LEAD'),
    },
  ],
  routes: [{ path: '/my-orders', load: () => import('./page.tsx') }],
});
