import { HomeOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { HOME } from './home.texts.ts';

export const home = defineFeature({
  name: 'home',
  menu: [{ label: HOME.title, icon: <HomeOutlined />, group: 'today', order: 0, to: '/' }],
  routes: [{ path: '/', load: () => import('./page.tsx') }],
});
