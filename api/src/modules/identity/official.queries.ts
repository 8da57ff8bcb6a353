import { ID } from 'type-graphql';
import { finds, type Condition } from '../../platform/reads/condition.ts';
import type { Place } from '../../platform/reads/place.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId, byName } from '../../platform/reads/sort.ts';
import { RoleEnum } from './identity.enums.ts';
import { heldSql, Official } from './official.shape.ts';

const holds = (it: Place, condition: string) =>
  `EXISTS (SELECT FROM post h WHERE h.person_id = ${it.row}.id AND ${heldSql('h', it.statement.parameters)} AND ${condition})`;

const LOWER = { name: 'lower', to: (text: unknown) => (text as string).toLowerCase() };

const unit: Condition = {
  ...{ type: () => ID, about: '单位 — Only those who hold an office in this unit.' },
  sql: (it, given) => (given.isId ? holds(it, `h.scope = ${it.value(given, 'text', LOWER)}`) : 'false'),
};

const division: Condition = {
  ...{ type: () => ID, about: '行政区划代码 — Only those who hold an office there or in a part of it.' },
  sql: (it, given) =>
    holds(it, `EXISTS (SELECT FROM division d WHERE d.code = h.scope AND d.path @> ARRAY[${it.value(given, 'text')}])`),
};

const role: Condition = {
  ...{ type: () => RoleEnum, about: '角色 — Only those who hold this office.' },
  sql: (it, given) => holds(it, `h.role = ${it.value(given, 'text')}`),
};

export const officialQueries = defineQueries('OfficialQueries', {
  people: pages(Official, {
    ...{
      about: '工作人员列表 — Officials and staff of units in the pinyin order of their names; no residents.',
      label: '工作人员',
    },
    conditions: { search: finds('查找 — Part of the name, or pinyin initials.'), unit, division, role },
    sort: { name: 'people:name', keys: [byName('name'), byId('id')] },
  }),
});
