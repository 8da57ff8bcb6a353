import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readLimit, sayLimit } from '../../kernel/limit.ts';
import { Context } from '../../platform/graphql/context.ts';
import { listCategories } from './category.reads.ts';
import type { CategoryRow } from './category.row.ts';
import { CategoryLimitType, ServiceCategoryType } from './category.type.ts';

@Resolver()
export class CategoryQueries {
  @Query(() => [ServiceCategoryType], {
    description: '服务类别列表 — All of them in their order; some twenty, at most 500.',
  })
  serviceCategories(
    @Arg('activeOnly', () => Boolean, {
      defaultValue: true,
      description: '仅启用 — Leave out those that can no longer be chosen.',
    })
    activeOnly: boolean,
    @Ctx() { house }: Context,
  ): Promise<readonly CategoryRow[]> {
    return listCategories(house.database, activeOnly);
  }
}

@Resolver(() => ServiceCategoryType)
export class CategoryFields {
  @FieldResolver(() => [CategoryLimitType], { description: '时限 — Where it differs from the process.' })
  limits(@Root() { limits }: CategoryRow): CategoryLimitType[] {
    return Object.entries(limits).map(([action, limit]) => ({ action, limit, label: sayLimit(readLimit(limit)) }));
  }
}
