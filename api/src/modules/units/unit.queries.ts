import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import { Context } from '../../platform/graphql/context.ts';
import { divisionByCode, DivisionType, type DivisionRow } from '../divisions/index.ts';
import type { CategoryRow } from './category.row.ts';
import { ServiceCategoryType } from './category.type.ts';
import type { UnitKind } from './unit.choice.ts';
import { unitList } from './unit.list.ts';
import { areasOfUnit, capabilitiesOfUnit, unitById } from './unit.reads.ts';
import type { UnitRow } from './unit.row.ts';
import { UnitKindEnum, UnitType } from './unit.type.ts';

const UnitConnection = connectionOf(() => UnitType, 'Unit', '单位');

@Resolver()
export class UnitQueries {
  @Query(() => UnitType, { nullable: true, description: '单位 — One unit; null when there is none.' })
  async unit(
    @Arg('id', () => ID, { description: '编号 — UUID.' }) id: string,
    @Ctx() context: Context,
  ): Promise<UnitRow | null> {
    return isUuid(id) ? context.load(unitById, id) : null;
  }

  @Query(() => UnitConnection, { description: '单位列表 — Units in the pinyin order of their names.' })
  units(
    @Arg('search', () => String, { nullable: true, description: '查找 — Part of the name, or pinyin initials.' })
    search: string | null,
    @Arg('kind', () => UnitKindEnum, { nullable: true, description: '性质 — Only of this kind.' })
    kind: UnitKind | null,
    @Arg('category', () => ID, { nullable: true, description: '服务类别代码 — Only those that can do this.' })
    category: string | null,
    @Arg('division', () => ID, {
      nullable: true,
      description: '行政区划代码 — Only those that serve there or in a part of it.',
    })
    division: string | null,
    @Args(() => Page) page: Page,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<UnitRow>> {
    return readPage({ page, ...unitList({ search, kind, category, division }, context) }, info);
  }
}

@Resolver(() => UnitType)
export class UnitFields {
  @FieldResolver(() => DivisionType, { description: '所在地 — Where it sits.' })
  async division(@Root() { divisionCode }: UnitRow, @Ctx() context: Context): Promise<DivisionRow> {
    return (await context.load(divisionByCode, divisionCode))!;
  }

  @FieldResolver(() => [ServiceCategoryType], { description: '服务能力 — What it can do.' })
  capabilities(@Root() { id }: UnitRow, @Ctx() context: Context): Promise<readonly CategoryRow[]> {
    return context.load(capabilitiesOfUnit, id);
  }

  @FieldResolver(() => [DivisionType], { description: '服务范围 — Where it serves.' })
  areas(@Root() { id }: UnitRow, @Ctx() context: Context): Promise<readonly DivisionRow[]> {
    return context.load(areasOfUnit, id);
  }
}
