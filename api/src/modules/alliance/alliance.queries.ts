import { ID } from 'type-graphql';
import { defineQueries } from '../../platform/reads/queries.ts';
import { oneRow } from '../../platform/reads/roots/one-row.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId } from '../../platform/reads/sort.ts';
import { Alliance } from './alliance.shape.ts';

export const allianceQueries = defineQueries('AllianceQueries', {
  alliance: oneRow(Alliance, {
    about: '红色联盟 — One alliance; null when there is none.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  alliances: pages(Alliance, {
    ...{ about: '红色联盟列表 — Alliances in the order of the divisions.', label: '红色联盟' },
    conditions: {
      division: {
        ...{ type: () => ID, about: '行政区划代码 — Only of this division and those within it.' },
        sql: (it, division) =>
          `EXISTS (SELECT FROM division d WHERE d.code = ${it.row}.division_code AND d.path @> ARRAY[${it.value(division, 'text')}])`,
      },
    },
    sort: { name: 'alliances:code', keys: [byId('divisionCode', 'text')] },
  }),
});
