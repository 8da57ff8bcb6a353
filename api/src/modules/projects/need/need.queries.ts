import { ID } from 'type-graphql';
import { searchForm } from '../../../kernel/text.ts';
import { light } from '../../../platform/process/light.condition.ts';
import { defineFilter, equals, type Condition } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId, byInstant } from '../../../platform/reads/sort.ts';
import { ResourceKindEnum } from '../../alliance/index.ts';
import { NeedOwnerEnum, NeedSortEnum, NeedState, NeedUrgencyEnum } from './need.enums.ts';
import { Need } from './need.shape.ts';

const PATTERN = {
  name: 'pattern',
  to: (text: unknown) => `%${searchForm((text as string).trim()).replaceAll(/[\\%_]/g, '\\$&')}%`,
};

/** What of an area: a district, a street or a community by its code. */
export const inDivision = (about: string): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, given) => {
    const code = it.value(given, 'text');
    const columns = ['streetCode', 'communityCode', 'districtCode'];
    return `(${columns.map((property) => `${it.column(property)} = ${code}`).join(' OR ')})`;
  },
});

/** A text within the words by which something is found. */
export const inWords = (about: string): Condition => ({
  ...{ type: () => String, about },
  sql: (it, given) => `${it.column('search')} LIKE ${it.value(given, 'text', PATTERN)}`,
});

/** What belongs to a unit. */
export const ofUnit = (about: string, ...properties: readonly string[]): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, given) =>
    given.isId
      ? `(${properties.map((property) => `${it.column(property)} = ${it.value(given, 'uuid')}`).join(' OR ')})`
      : 'false',
});

const needFilter = defineFilter('NeedFilter', '筛选条件 — All that are given must hold.', {
  states: {
    ...{ type: () => [NeedState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  light,
  kind: equals(() => ResourceKindEnum, '需求类型 — What is wanted.', 'kind'),
  category: equals(() => ID, '服务类别 — Code of a category.', 'categoryCode'),
  urgency: equals(() => NeedUrgencyEnum, '紧迫程度 — How soon it is wanted.', 'urgency'),
  owner: equals(() => NeedOwnerEnum, '需求主体 — Whose need it is.', 'ownerKind'),
  division: inDivision('行政区划 — Code of a district, street or community.'),
  unit: ofUnit('单位 — Id of the unit whose need it is, or that answers it.', 'unitId', 'giverUnitId'),
  search: inWords('搜索 — Part of the title or of what is said.'),
});

export const needQueries = defineQueries('NeedQueries', {
  need: oneRow(Need, {
    about: '需求 — One need; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, given) => (given.isId ? `${it.column('id')} = ${it.value(given, 'uuid')}` : 'false'),
  }),
  needs: pages(Need, {
    ...{ about: '需求清单 — Needs that the viewer may see.', label: '需求', filter: needFilter },
    sort: {
      ...{ type: NeedSortEnum, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'needs:NEWEST', descending: true, keys: [byId('id')] },
        DUE_FIRST: { name: 'needs:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] },
      },
    },
  }),
});
