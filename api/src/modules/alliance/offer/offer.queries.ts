import { ID } from 'type-graphql';
import { searchForm } from '../../../kernel/text.ts';
import { defineFilter, equals, type Condition } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { ResourceKindEnum, ResourceOfferState } from './offer.enums.ts';
import { ResourceOffer } from './offer.shape.ts';
import { spanSql, TimeSpan } from './time-span.ts';

const PATTERN = { name: 'offer pattern', to: (text: unknown) => patternOf(text as string) };
const patternOf = (text: string) => `%${searchForm(text.trim()).replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Open all the time, and a part of it free all the time. */
const freeDuring: Condition = {
  ...{ type: () => TimeSpan, about: '空闲时段 — Available, open and free for this time.' },
  sql: (it, given) => {
    const { from, to } = spanSql(given, it.statement.parameters);
    const id = it.column('id');
    return `(${it.column('state')} = 'AVAILABLE' AND offer_is_open(${id}, ${it.column('loaned')}, ${from}, ${to})
      AND offer_free_parts(${id}, ${it.column('parts')}, tstzrange(${from}, ${to})) > 0)`;
  },
};

const offerFilter = defineFilter('ResourceOfferFilter', '筛选条件 — All that are given must hold.', {
  kind: equals(() => ResourceKindEnum, '资源类型 — Of this kind.', 'kind'),
  category: equals(() => ID, '服务类别 — Code of a category.', 'categoryCode'),
  states: {
    ...{ type: () => [ResourceOfferState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  division: {
    ...{ type: () => ID, about: '区划 — Within this street or district, or for this community, with what serves its whole street.' },
    sql: (it, given) => {
      const code = it.value(given, 'text');
      const places = ['districtCode', 'streetCode', 'communityCode'].map((place) => `${it.column(place)} = ${code}`);
      const ofStreet = `(${it.column('communityCode')} IS NULL AND ${it.column('streetCode')} = left(${code}, 9) || '000')`;
      return `(${[...places, ofStreet].join(' OR ')})`;
    },
  },
  unit: {
    ...{ type: () => ID, about: '提供单位 — Id of a unit.' },
    sql: (it, given) => (given.isId ? `${it.column('unitId')} = ${it.value(given, 'uuid')}` : 'false'),
  },
  freeDuring,
  search: {
    ...{ type: () => String, about: '搜索 — Part of the name or of what is said about it.' },
    sql: (it, given) => `${it.column('search')} LIKE ${it.value(given, 'text', PATTERN)}`,
  },
}); // prettier-ignore

export const offerQueries = defineQueries('ResourceOfferQueries', {
  resourceOffer: oneRow(ResourceOffer, {
    about: '资源 — One offer; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — Identity.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  resourceOffers: pages(ResourceOffer, {
    ...{ about: '资源清单 — Offers that the viewer may see, newest first.', label: '资源', filter: offerFilter },
    sort: { name: 'offers:NEWEST', descending: true, keys: [byId('id')] },
  }),
});
