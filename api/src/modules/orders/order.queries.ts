import { ID } from 'type-graphql';
import { acts, all, link } from '../../kernel/predicate.ts';
import { ROLES_OF_UNITS } from '../../kernel/viewer.ts';
import { conditionsSql } from '../../platform/reads/condition.ts';
import { Place } from '../../platform/reads/place.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { count, figures } from '../../platform/reads/roots/figures.ts';
import { oneRow } from '../../platform/reads/roots/one-row.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId, byInstant } from '../../platform/reads/sort.ts';
import { bucketCondition, bucketsOf, orderBucket } from './order.buckets.ts';
import { noteSeen } from './order.delivery.ts';
import { OrderBucketEnum, OrderSortEnum, OrderState } from './order.enums.ts';
import { orderFilter } from './order.filter.ts';
import { openToUnit, Order } from './order.shape.ts';

const RUNNING = `NOT IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`;
const NUMBER = { name: 'number', to: (text: unknown) => (text as string).normalize('NFKC').trim() };

export const orderQueries = defineQueries('OrderQueries', {
  order: oneRow(Order, {
    about: '点单 — One order; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号或点单号 — Identity or number.' },
    where: (it, id) =>
      id.isId
        ? `${it.column('id')} = ${it.value(id, 'uuid')}`
        : `${it.column('number')} = ${it.value(id, 'text', NUMBER)}`,
  }),

  orders: pages(Order, {
    ...{ about: '点单列表 — Orders that the viewer may see.', label: '点单', filter: orderFilter },
    sort: {
      ...{ type: OrderSortEnum, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'orders:NEWEST', descending: true, keys: [byId('id')] },
        OLDEST: { name: 'orders:OLDEST', keys: [byId('id')] },
        DUE_FIRST: { name: 'orders:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] },
      },
    },
    seen: { when: all(acts(...ROLES_OF_UNITS), openToUnit, link('eligible')), note: noteSeen },
  }),

  orderCounts: figures({
    about: '状态计数 — Orders of the viewer by state.',
    row: {
      ...{ name: 'OrderStateCount', about: '状态计数 — How many orders stand in a state.' },
      columns: {
        state: { type: () => OrderState, about: '状态 — The state.' },
        count: count('数量 — How many the viewer may see.'),
      },
    },
    filter: orderFilter,
    select(statement, given) {
      const it = new Place(statement, Order);
      const from = it.from({ where: conditionsSql(orderFilter.conditions, it, given), wayByWay: true });
      const state = it.column('state');
      return `SELECT ${state} AS state, count(*) AS count FROM ${from} GROUP BY ${state} ORDER BY ${state}`;
    },
  }),

  orderDesk: figures({
    about: '待办计数 — What is mine to do, in one look.',
    row: {
      ...{ name: 'OrderBucketCount', about: '待办计数 — How many orders wait in a bucket of the viewer.' },
      columns: {
        bucket: { type: () => OrderBucketEnum, about: '待办分类 — The bucket.' },
        label: { type: () => String, about: '名称 — The bucket as people read it.' },
        count: count('数量 — How many.'),
      },
    },
    select(statement) {
      const it = new Place(statement, Order);
      const buckets = bucketsOf(statement.viewer);
      if (buckets.length === 0) return null;
      const counts = buckets.map((one) => `count(*) FILTER (WHERE ${bucketCondition(one, it)}) AS "${one}"`);
      const rows = buckets.map((one) => `(${quoted(one)}, ${quoted(orderBucket.label(one))}, desk."${one}")`);
      const from = it.from({ where: [`${it.column('state')} ${RUNNING}`], wayByWay: true });
      return `SELECT waiting.* FROM (SELECT ${counts.join(', ')} FROM ${from}) desk
        CROSS JOIN LATERAL (VALUES ${rows.join(', ')}) AS waiting (bucket, label, count)`;
    },
  }),
});
