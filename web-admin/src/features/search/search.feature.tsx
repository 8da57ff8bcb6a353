import { defineFeature } from '../../shell/feature.ts';
import { SearchButton } from './search-button.tsx';

export const search = defineFeature({
  name: 'search',
  routes: [
    { path: '/search', load: () => import('./results-page.tsx') },
    { path: '/units/:id', load: () => import('./unit-page.tsx') },
  ],
  opens: { unit: (id) => `/units/${id}` },
  header: SearchButton,
});
