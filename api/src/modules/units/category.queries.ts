import { defineQueries } from '../../platform/reads/queries.ts';
import { wholeList } from '../../platform/reads/roots/whole-list.ts';
import { byId } from '../../platform/reads/sort.ts';
import { ServiceCategory } from './category.shape.ts';

export const categoryQueries = defineQueries('CategoryQueries', {
  serviceCategories: wholeList(ServiceCategory, {
    about: '服务类别列表 — All of them in their order; some twenty, at most 500.',
    ...{ argument: 'activeOnly', usual: true },
    argumentAbout: '仅启用 — Leave out those that can no longer be chosen.',
    where: (it, activeOnly) => (activeOnly.known<boolean>() ? it.column('active') : 'true'),
    sort: { name: 'categories:position', keys: [byId('position', 'int'), byId('code', 'text')] },
    limit: 500,
  }),
});
