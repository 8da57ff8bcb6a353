import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { isId } from '../../kernel/field.ts';
import { Context } from '../../platform/graphql/context.ts';
import { claimPlans, prospectOf } from './order.prospect.ts';
import { OrderClaimPlan, OrderProspect } from './order.prospect.type.ts';

const MOST = 100;

@Resolver()
export class OrderProspectQueries {
  @Query(() => OrderProspect, {
    nullable: true,
    description: '发单预估 — For the street: what an approval now would set going; null when there is no such order.',
  })
  orderProspect(
    @Arg('id', () => ID, { description: '编号 — Identity.' }) id: string,
    @Arg('category', () => ID, { nullable: true, description: '服务类别 — Another than the order has.' })
    category: string | null,
    @Ctx() context: Context,
  ): Promise<OrderProspect | null> {
    return isId(id) ? prospectOf({ id, category: category ?? null }, context) : Promise.resolve(null);
  }

  @Query(() => [OrderClaimPlan], {
    description: '建议计划 — For a unit: a plan for each of the orders that it may claim now; others are left out.',
  })
  orderClaimPlans(
    @Arg('ids', () => [ID], { description: '编号 — Of orders, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<OrderClaimPlan[]> {
    if (ids.length > MOST) throw new GraphQLError('一次最多查询100件。', { extensions: { code: 'BAD_USER_INPUT' } });
    return claimPlans([...new Set(ids.filter(isId))], context);
  }
}
