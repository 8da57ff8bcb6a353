import { ScheduleOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { actsAs } from '../../shell/viewer.tsx';
import { CALENDAR } from './calendar.texts.ts';

export const calendar = defineFeature({
  name: 'calendar',
  menu: [
    {
      ...{ label: CALENDAR.title, icon: <ScheduleOutlined />, group: 'admin', order: 40, to: '/calendar' },
      when: actsAs('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'DISTRICT_LEADER', 'SUPERVISOR'),
    },
  ],
  routes: [{ path: '/calendar', load: () => import('./page.tsx') }],
});
