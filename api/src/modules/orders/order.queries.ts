import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field as GraphField, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { isId } from '../../kernel/field.ts';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { Parameters } from '../../platform/reads/parameters.ts';
import { bucketCondition, bucketsOf, orderBucket, type OrderBucket } from './order.buckets.ts';
import { noteSeen } from './order.delivery.ts';
import { OrderBucketEnum, OrderSortEnum, OrderState } from './order.enums.ts';
import { OrderFilter, whereOf } from './order.filter.ts';
import type { OrderSort } from './order.lists.ts';
import { orderSelect, orderViewById, readOrders, statementName, type OrderView } from './order.reads.ts';
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
  /** Condition that a row lies after the cursor. */
  after(position: readonly unknown[], parameters: Parameters): string;
  position(order: OrderView): readonly unknown[];
}

const SORTS: Readonly<Record<OrderSort, SortSpec>> = {
  NEWEST: { by: 'o.id DESC', after: ([id], p) => `o.id < ${p.add(id, 'uuid')}`, position: ({ id }) => [id] },
  OLDEST: { by: 'o.id', after: ([id], p) => `o.id > ${p.add(id, 'uuid')}`, position: ({ id }) => [id] },
  DUE_FIRST: {
    by: `coalesce(o.due_at, 'infinity'), o.id`,
    after: ([due, id], p) =>
      `(coalesce(o.due_at, 'infinity'), o.id) > (${p.add(due, 'timestamptz')}, ${p.add(id, 'uuid')})`,
    position: ({ dueAt, id }) => [dueAt?.toISOString() ?? 'infinity', id],
  },
};

const RUNNING = `o.state NOT IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`;

@Resolver()
export class OrderQueries {
  @Query(() => OrderType, { nullable: true, description: '点单 — One order; null when there is none for this viewer.' })
  async order(
    @Arg('id', () => ID, { description: '编号或点单号 — Identity or number.' }) given: string,
    @Ctx() context: Context,
  ): Promise<OrderView | null> {
    if (isId(given.toLowerCase())) return context.load(orderViewById, given.toLowerCase());
    const parameters = new Parameters();
    const number = parameters.add(given.normalize('NFKC').trim(), 'text');
    const [found] = await readOrders(
      `${orderSelect(context.viewer, parameters)} WHERE o.number = ${number}`,
      parameters,
      context,
    );
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
    const { by, after, position } = SORTS[sort];
    const rows = (from: readonly unknown[] | null, limit: number) => {
      const parameters = new Parameters();
      const select = orderSelect(context.viewer, parameters);
      const cursor = from ? ` AND ${after(from, parameters)}` : '';
      const where = `${whereOf(filter ?? {}, context, parameters)}${cursor}`;
      return readOrders(
        `${select} WHERE ${where} ORDER BY ${by} LIMIT ${parameters.add(limit, 'int')}`,
        parameters,
        context,
      );
    };
    const count = async () => (await counted('count(*) AS count', filter, context))[0]!['count']!;
    const connection = await readPage<OrderView>({ page, order: `orders:${sort}`, position, rows, count }, info);
    noteSeen(connection.nodes, context);
    return connection;
  }

  @Query(() => [OrderStateCountType], { description: '状态计数 — Orders of the viewer by state.' })
  async orderCounts(
    @Arg('filter', () => OrderFilter, { nullable: true, description: '筛选条件 — Which ones.' })
    filter: OrderFilter | null,
    @Ctx() context: Context,
  ): Promise<OrderStateCountType[]> {
    const rows = await counted('o.state, count(*) AS count', filter, context, 'GROUP BY o.state ORDER BY o.state');
    return rows as unknown as OrderStateCountType[];
  }

  @Query(() => [OrderBucketCountType], { description: '待办计数 — What is mine to do, in one look.' })
  async orderDesk(@Ctx() context: Context): Promise<OrderBucketCountType[]> {
    const { viewer, house } = context;
    const parameters = new Parameters();
    const buckets = bucketsOf(viewer);
    if (buckets.length === 0) return [];
    const counts = buckets.map(
      (bucket) => `count(*) FILTER (WHERE ${bucketCondition(bucket, context, parameters)}) AS "${bucket}"`,
    );
    const text = `SELECT ${counts.join(', ')} FROM orders o WHERE ${visibleOrders(viewer, parameters)} AND ${RUNNING}`;
    const [row] = await house.database.query<Record<OrderBucket, number>>(statementName(text), text, parameters.values);
    return buckets.map((bucket) => ({ bucket, label: orderBucket.label(bucket), count: row![bucket] }));
  }
}

function counted(
  what: string,
  filter: OrderFilter | null,
  context: Context,
  group = '',
): Promise<Record<string, number>[]> {
  const parameters = new Parameters();
  const text = `SELECT ${what} FROM orders o WHERE ${whereOf(filter ?? {}, context, parameters)} ${group}`;
  return context.house.database.query(statementName(text), text, parameters.values);
}
