import { AuditOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { AUDIT } from './audit.texts.ts';

export const audit = defineFeature({
  name: 'audit',
  menu: [
    {
      ...{ label: AUDIT.title, icon: <AuditOutlined />, group: 'admin', order: 50, to: '/audit' },
      when: actsAs('AUDITOR'),
    },
  ],
  routes: [{ path: '/audit', load: () => import('./page.tsx') }],
});
