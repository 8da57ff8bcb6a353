import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import { Context } from '../../platform/graphql/context.ts';
import { divisionByCode, divisionList, divisionsBelow } from './division.reads.ts';
import type { DivisionRow } from './division.row.ts';
import { DivisionLevelEnum, DivisionType, PartyOrganisationEnum } from './division.type.ts';
import { partyOrganisationOf, type DivisionLevel, type PartyOrganisation } from './level.choice.ts';

const DivisionConnection = connectionOf(() => DivisionType, 'Division', '行政区划');

@Resolver()
export class DivisionQueries {
  @Query(() => DivisionType, {
    nullable: true,
    description: '行政区划 — One division by its code; null when there is none.',
  })
  division(
    @Arg('code', () => ID, { description: '代码 — 12, 15 or 18 digits.' }) code: string,
    @Ctx() context: Context,
  ): Promise<DivisionRow | null> {
    return context.load(divisionByCode, code);
  }

  @Query(() => DivisionConnection, { description: '行政区划列表 — Divisions in the order of the tree.' })
  divisions(
    @Arg('parent', () => ID, { nullable: true, description: '上级代码 — Only what lies directly below it.' })
    parent: string | null,
    @Arg('level', () => DivisionLevelEnum, { nullable: true, description: '级别 — Only of this rank.' })
    level: DivisionLevel | null,
    @Arg('search', () => String, {
      nullable: true,
      description: '查找 — Part of the name, or pinyin initials such as `zsdl`.',
    })
    search: string | null,
    @Args(() => Page) page: Page,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<DivisionRow>> {
    return readPage({ page, ...divisionList({ parent, level, search }, context) }, info);
  }
}

@Resolver(() => DivisionType)
export class DivisionFields {
  @FieldResolver(() => DivisionType, { nullable: true, description: '上级 — What it lies in; null for the province.' })
  parent(@Root() { parentCode }: DivisionRow, @Ctx() context: Context): Promise<DivisionRow | null> | null {
    return parentCode === null ? null : context.load(divisionByCode, parentCode);
  }

  @FieldResolver(() => [DivisionType], { description: '下级 — What lies directly below, in the order of codes.' })
  children(@Root() { code }: DivisionRow, @Ctx() context: Context): Promise<readonly DivisionRow[]> {
    return context.load(divisionsBelow, code);
  }

  @FieldResolver(() => [DivisionType], {
    description: '所在层级 — From the district down to the division itself; empty above the district.',
  })
  async path(@Root() { path }: DivisionRow, @Ctx() context: Context): Promise<readonly DivisionRow[]> {
    const rows = await Promise.all(path.map((code) => context.load(divisionByCode, code)));
    return rows.filter((row) => row !== null);
  }

  @FieldResolver(() => PartyOrganisationEnum, { nullable: true, description: '党组织形式 — Null above the community.' })
  partyOrganisation(@Root() { level }: DivisionRow): PartyOrganisation | null {
    return partyOrganisationOf(level);
  }
}
