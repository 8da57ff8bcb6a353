import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field as GraphField, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { isId } from '../../kernel/field.ts';
import { unitOf } from '../../kernel/viewer.ts';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { bucketCondition, orderBucket, type OrderBucket } from './order.buckets.ts';
import { noteSeen } from './order.delivery.ts';
import { OrderBucketEnum, OrderSortEnum, OrderState } from './order.enums.ts';
import { OrderFilter, whereOf } from './order.filter.ts';
import type { OrderSort } from './order.lists.ts';
import { ORDER_SELECT, orderViewById, readOrders, viewerParameters, type OrderView } from './order.reads.ts';
import { visibleOrders } from './order.scope.ts';
import { OrderType } from './order.type.ts';

const OrderConnection = connectionOf(() => OrderType, 'Order', '点单');

@ObjectType('OrderStateCount', { description: '状态计数 — How many orders stand in a state.' })
class OrderStateCountType {
  @GraphField(() => OrderState, { description: '状态 — The state.' })
  state!: string;

  @GraphField(() => Int, { description: '数量 — How many the viewer may see.' })
  count!: number;
}

@ObjectType('OrderBucketCount', { description: '待办计数 — How many orders wait in a bucket of the viewer.' })
class OrderBucketCountType {
  @GraphField(() => OrderBucketEnum, { description: '待办分类 — The bucket.' })
  bucket!: OrderBucket;

  @GraphField(() => String, { description: '名称 — The bucket as people read it.' })
  label!: string;

  @GraphField(() => Int, { description: '数量 — How many.' })
  count!: number;
}

interface SortSpec {
  readonly by: string;
  /** Condition that a row lies after the cursor; `$a`, `$b` stand for its values. */
  readonly after: string;
  position(order: OrderView): readonly unknown[];
}

const SORTS: Readonly<Record<OrderSort, SortSpec>> = {
  NEWEST: { by: 'o.id DESC', after: 'o.id < $a::uuid', position: ({ id }) => [id] },
  OLDEST: { by: 'o.id', after: 'o.id > $a::uuid', position: ({ id }) => [id] },
  DUE_FIRST: {
    by: `coalesce(o.due_at, 'infinity'), o.id`,
    after: `(coalesce(o.due_at, 'infinity'), o.id) > ($a::timestamptz, $b::uuid)`,
    position: ({ dueAt, id }) => [dueAt?.toISOString() ?? 'infinity', id],
  },
};

/** A statement's name is its text's: the planner prepares each shape once. */
const nameOf = (text: string) => `orders-${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;

@Resolver()
export class OrderQueries {
  @Query(() => OrderType, { nullable: true, description: '点单 — One order; null when there is none for this viewer.' })
  async order(
    @Arg('id', () => ID, { description: '编号或点单号 — Identity or number.' }) given: string,
    @Ctx() context: Context,
  ): Promise<OrderView | null> {
    if (isId(given.toLowerCase())) return context.load(orderViewById, given.toLowerCase());
    const values = [...viewerParameters(context.viewer), given.normalize('NFKC').trim()];
    const [found] = await readOrders('order-by-number', `${ORDER_SELECT} WHERE o.number = $3`, values, context);
    return found ?? null;
  }

  @Query(() => OrderConnection, { description: '点单列表 — Orders that the viewer may see.' })
  async orders(
    @Args(() => Page) page: Page,
    @Arg('filter', () => OrderFilter, { nullable: true, description: '筛选条件 — Which ones.' })
    filter: OrderFilter | null,
    @Arg('sort', () => OrderSortEnum, { defaultValue: 'NEWEST', description: '排序 — In which order.' })
    sort: OrderSort,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<OrderView>> {
    const where = whereOf(filter ?? {}, context);
    const { by, after, position } = SORTS[sort];
    const connection = await readPage<OrderView>(
      {
        page,
        order: `orders:${sort}`,
        position,
        rows: (from, limit) => {
          const values = [...where.values, ...(from ?? []), limit];
          const cursor = from
            ? `AND ${after.replace('$a', `$${where.values.length + 1}`).replace('$b', `$${where.values.length + 2}`)}`
            : '';
          const text = `${ORDER_SELECT} WHERE ${where.sql} ${cursor} ORDER BY ${by} LIMIT $${values.length}`;
          return readOrders(nameOf(text), text, values, context);
        },
        count: () => countOrders(where, context),
      },
      info,
    );
    noteSeen(connection.nodes, context);
    return connection;
  }

  @Query(() => [OrderStateCountType], { description: '状态计数 — Orders of the viewer by state.' })
  async orderCounts(
    @Arg('filter', () => OrderFilter, { nullable: true, description: '筛选条件 — Which ones.' })
    filter: OrderFilter | null,
    @Ctx() context: Context,
  ): Promise<OrderStateCountType[]> {
    const where = whereOf(filter ?? {}, context);
    const text = `SELECT o.state, count(*) AS count FROM orders o WHERE ${where.sql} AND ${TYPED} GROUP BY o.state ORDER BY o.state`;
    return context.house.database.query<OrderStateCountType>(nameOf(text), text, where.values);
  }

  @Query(() => [OrderBucketCountType], { description: '待办计数 — What is mine to do, in one look.' })
  async orderDesk(@Ctx() context: Context): Promise<OrderBucketCountType[]> {
    const { viewer, now, house } = context;
    const scope = visibleOrders(viewer, 4);
    const parameters = { unit: '$1::uuid', me: '$2::uuid', now: '$3::timestamptz' };
    const buckets = orderBucket.keys.filter((bucket) => bucketCondition(bucket, viewer, parameters) !== 'false');
    if (buckets.length === 0) return [];
    const counts = buckets.map(
      (bucket) => `count(*) FILTER (WHERE ${bucketCondition(bucket, viewer, parameters)}) AS "${bucket}"`,
    );
    const typed = `$1::uuid IS NOT DISTINCT FROM $1::uuid AND $2::uuid IS NOT NULL AND $3::timestamptz IS NOT NULL`;
    const text = `SELECT ${counts.join(', ')} FROM orders o WHERE ${scope.sql} AND o.state NOT IN ('WITHDRAWN','REJECTED','MERGED','REFERRED','CLEARED') AND ${typed}`;
    const [row] = await house.database.query<Record<OrderBucket, number>>(nameOf(text), text, [
      unitOf(viewer),
      viewer.personId,
      now,
      ...scope.values,
    ]);
    return buckets.map((bucket) => ({ bucket, label: orderBucket.label(bucket), count: row![bucket] }));
  }
}

/** Names the types of the two parameters that only `ORDER_SELECT` uses. */
const TYPED = `$1::uuid IS NOT DISTINCT FROM $1::uuid AND $2::uuid IS NOT DISTINCT FROM $2::uuid`;

async function countOrders({ sql, values }: { sql: string; values: unknown[] }, { house }: Context): Promise<number> {
  const text = `SELECT count(*) AS count FROM orders o WHERE ${sql} AND ${TYPED}`;
  const [row] = await house.database.query<{ count: number }>(nameOf(text), text, values);
  return row!.count;
}
