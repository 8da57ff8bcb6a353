import { TeamOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { ACCOUNTS } from './accounts.texts.ts';

export const accounts = defineFeature({
  name: 'accounts',
  menu: [
    {
      ...{ label: ACCOUNTS.title, icon: <TeamOutlined />, group: 'admin', order: 10, to: '/accounts' },
      when: actsAs('SECURITY_ADMIN'),
    },
  ],
  routes: [{ path: '/accounts', load: () => import('./page.tsx') }],
});
