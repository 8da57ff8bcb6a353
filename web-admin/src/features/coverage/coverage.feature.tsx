import { AppstoreOutlined, RetweetOutlined } from '@ant-design/icons';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { defineFeature } from '../../shell/feature.ts';
import { COVERAGE } from './coverage.texts.ts';

const entry = { group: 'posts', when: ofAlliance } as const;

export const coverage = defineFeature({
  name: 'coverage',
  menu: [
    { ...entry, label: COVERAGE.title, icon: <AppstoreOutlined />, order: 20, to: '/coverage' },
    { ...entry, label: COVERAGE.balance, icon: <RetweetOutlined />, order: 30, to: '/balance' },
  ],
  routes: [
    { path: '/coverage', load: () => import('./matrix-page.tsx') },
    { path: '/balance', load: () => import('./balance-page.tsx') },
  ],
});
