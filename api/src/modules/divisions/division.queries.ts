import { ID } from 'type-graphql';
import { equals, finds } from '../../platform/reads/condition.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { oneRow } from '../../platform/reads/roots/one-row.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId } from '../../platform/reads/sort.ts';
import { Division, DivisionLevelEnum } from './division.shape.ts';

export const divisionQueries = defineQueries('DivisionQueries', {
  division: oneRow(Division, {
    about: '行政区划 — One division by its code; null when there is none.',
    ...{ argument: 'code', type: () => ID, argumentAbout: '代码 — 12, 15 or 18 digits.' },
    where: (it, code) => `${it.column('code')} = ${it.value(code, 'text')}`,
  }),
  divisions: pages(Division, {
    ...{ about: '行政区划列表 — Divisions in the order of the tree.', label: '行政区划' },
    conditions: {
      parent: equals(() => ID, '上级代码 — Only what lies directly below it.', 'parentCode'),
      level: equals(() => DivisionLevelEnum, '级别 — Only of this rank.', 'level'),
      search: finds('查找 — Part of the name, or pinyin initials such as `zsdl`.'),
    },
    sort: { name: 'divisions:code', keys: [byId('code', 'text')] },
  }),
});
