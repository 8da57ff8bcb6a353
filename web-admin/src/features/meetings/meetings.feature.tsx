import { CalendarOutlined } from '@ant-design/icons';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { defineFeature } from '../../shell/feature.ts';
import { MEETINGS } from './meetings.texts.ts';

export const meetings = defineFeature({
  name: 'meetings',
  menu: [
    {
      ...{ label: MEETINGS.title, icon: <CalendarOutlined />, group: 'meetings', order: 10, to: '/meetings' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/meetings', load: () => import('./list-page.tsx') },
    { path: '/meetings/:id', load: () => import('./meeting-page.tsx') },
    { path: '/meetings/:id/sign-in', load: () => import('./sign-in-page.tsx') },
    { path: '/meetings/:id/minutes', load: () => import('./minutes-page.tsx') },
  ],
  opens: { jointMeeting: (id) => `/meetings/${id}` },
});
