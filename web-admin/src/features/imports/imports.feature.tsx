import { BankOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { KINDS } from './imports.texts.ts';

export const imports = defineFeature({
  name: 'imports',
  menu: [
    {
      ...{ label: KINDS.units.title, icon: <BankOutlined />, group: 'admin', order: 40, to: '/imports/units' },
      when: actsAs('SYSTEM_ADMIN'),
    },
    {
      ...{
        label: KINDS.people.title,
        icon: <UsergroupAddOutlined />,
        group: 'admin',
        order: 41,
        to: '/imports/people',
      },
      when: actsAs('SECURITY_ADMIN'),
    },
  ],
  routes: [{ path: '/imports/:kind', load: () => import('./page.tsx') }],
});
