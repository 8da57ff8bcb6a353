import { defineFeature } from '../../shell/feature.ts';
import { HelpButton } from './help-button.tsx';

export const help = defineFeature({
  name: 'help',
  header: HelpButton,
  routes: [
    { path: '/help', load: () => import('./page.tsx') },
    { path: '/help/:manual', load: () => import('./page.tsx') },
  ],
});
