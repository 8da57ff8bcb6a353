import { Arg, Ctx, Field as GraphField, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { isId } from '../../kernel/field.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { candidatesFor } from './order.audience.ts';
import type { OrderAudience } from './order.choices.ts';
import { OrderAudienceEnum } from './order.enums.ts';
import type { OrderRow } from './order.row.ts';
import { orderById } from './order.shape.ts';

/** So many units are named; of the others only the number is told. */
const NAMED = 20;

@ObjectType('OrderAudienceMember', { description: '可发单位 — A member unit that the audience would reach.' })
class OrderAudienceMemberType {
  @GraphField(() => ID, { description: '单位编号 — Of the unit.' })
  unitId!: string;

  @GraphField(() => String, { description: '单位名称 — What it is called.' })
  name!: string;
}

@ObjectType('OrderAudiencePreview', { description: '发单预览 — Whom an audience would reach, before it is chosen.' })
class OrderAudiencePreviewType {
  @GraphField(() => Int, { description: '单位数 — How many member units would be offered the order.' })
  count!: number;

  @GraphField(() => [String], { description: '单位名称 — The first twenty in pinyin order.' })
  names!: readonly string[];

  @GraphField(() => [OrderAudienceMemberType], {
    description: '可发单位 — All of them, in pinyin order; with 指定单位 all among which can be chosen.',
  })
  members!: readonly OrderAudienceMemberType[];
}

@Resolver()
export class AudienceQueries {
  @Query(() => OrderAudiencePreviewType, {
    nullable: true,
    description:
      '发单预览 — Whom an audience would reach if the order were published now; null when there is no such order for this viewer.',
  })
  async orderAudience(
    @Arg('orderId', () => ID, { description: '点单 — Identity of the order.' }) orderId: string,
    @Arg('audience', () => OrderAudienceEnum, { description: '发单范围 — The choice to be looked at.' })
    audience: OrderAudience,
    @Arg('units', () => [ID], {
      defaultValue: [],
      description: '指定单位 — With 指定单位 only: of these, those that are members are counted.',
    })
    units: string[],
    @Arg('category', () => ID, { nullable: true, description: '服务类别 — Another than the order has.' })
    category: string | null,
    @Ctx() context: Context,
  ): Promise<OrderAudiencePreviewType | null> {
    const order = isId(orderId) ? await context.load(orderById, orderId) : null;
    if (!order) return null;
    const { house, now } = context;
    const row = order as unknown as OrderRow;
    const place = { ...row, categoryCode: category ?? row.categoryCode };
    const members = await candidatesFor(place, audience, { rows: house.database.query, now });
    const reached = audience === 'CHOSEN' ? members.filter(({ unitId }) => units.includes(unitId)) : members;
    return { count: reached.length, names: reached.slice(0, NAMED).map(({ name }) => name), members };
  }
}
