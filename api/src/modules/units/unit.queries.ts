import { ID } from 'type-graphql';
import { equals, finds, type Condition } from '../../platform/reads/condition.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { oneRow } from '../../platform/reads/roots/one-row.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId, byName } from '../../platform/reads/sort.ts';
import { pathOf } from '../divisions/index.ts';
import { Unit, UnitKindEnum, UnitStateEnum } from './unit.shape.ts';

const category: Condition = {
  ...{ type: () => ID, about: '服务类别代码 — Only those that can do this.' },
  sql: (it, code) =>
    `EXISTS (SELECT FROM unit_capability c WHERE c.unit_id = ${it.row}.id AND c.category_code = ${it.value(code, 'text')})`,
};

const PATH = { name: 'path', to: (code: unknown) => pathOf(code as string) };

/** Whoever serves the street serves its communities; whoever serves a community serves a part of the street. */
const division: Condition = {
  ...{ type: () => ID, about: '行政区划代码 — Only those that serve there or in a part of it.' },
  sql: (
    it,
    code,
  ) => `EXISTS (SELECT FROM unit_area a JOIN division d ON d.code = a.division_code WHERE a.unit_id = ${it.row}.id
    AND (a.division_code = ANY (${it.value(code, 'text[]', PATH)}) OR d.path @> ARRAY[${it.value(code, 'text')}]))`,
};

export const unitQueries = defineQueries('UnitQueries', {
  unit: oneRow(Unit, {
    about: '单位 — One unit; null when there is none.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  units: pages(Unit, {
    ...{ about: '单位列表 — Units in the pinyin order of their names.', label: '单位' },
    conditions: {
      search: finds('查找 — Part of the name, or pinyin initials.'),
      kind: equals(() => UnitKindEnum, '性质 — Only of this kind.', 'kind'),
      state: equals(() => UnitStateEnum, '状态 — Only those that take part, or that do not.', 'state'),
      ...{ category, division },
    },
    sort: { name: 'units:name', keys: [byName('name'), byId('id')] },
  }),
});
