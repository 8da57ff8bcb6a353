import { InboxOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { InboxButton } from './inbox-button.tsx';
import { INBOX } from './inbox.texts.ts';

export const inbox = defineFeature({
  name: 'inbox',
  menu: [{ label: INBOX.title, icon: <InboxOutlined />, group: 'today', order: 20, to: '/inbox' }],
  routes: [{ path: '/inbox', load: () => import('./page.tsx') }],
  header: InboxButton,
});
