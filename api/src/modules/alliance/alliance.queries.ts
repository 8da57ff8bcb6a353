import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, GraphQLISODateTime, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import { Context } from '../../platform/graphql/context.ts';
import { divisionByCode, DivisionType, type DivisionRow } from '../divisions/index.ts';
import { UnitType, type UnitRow } from '../units/index.ts';
import { allianceById, allianceList, allianceOfDivision, alliancesOfUnit } from './alliance.reads.ts';
import type { AllianceRow, MemberRow } from './alliance.row.ts';
import { AllianceMemberType, AllianceType } from './alliance.type.ts';
import { memberList } from './member.reads.ts';

const AllianceConnection = connectionOf(() => AllianceType, 'Alliance', '红色联盟');
const AllianceMemberConnection = connectionOf(() => AllianceMemberType, 'AllianceMember', '成员单位');

@Resolver()
export class AllianceQueries {
  @Query(() => AllianceType, { nullable: true, description: '红色联盟 — One alliance; null when there is none.' })
  async alliance(
    @Arg('id', () => ID, { description: '编号 — UUID.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AllianceRow | null> {
    return isUuid(id) ? context.load(allianceById, id) : null;
  }

  @Query(() => AllianceConnection, { description: '红色联盟列表 — Alliances in the order of the divisions.' })
  alliances(
    @Arg('division', () => ID, {
      nullable: true,
      description: '行政区划代码 — Only of this division and those within it.',
    })
    division: string | null,
    @Args(() => Page) page: Page,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<AllianceRow>> {
    return readPage({ page, ...allianceList(division ?? null, context) }, info);
  }
}

@Resolver(() => AllianceType)
export class AllianceFields {
  @FieldResolver(() => DivisionType, { description: '所在镇街或社区 — Whose alliance it is.' })
  async division(@Root() { divisionCode }: AllianceRow, @Ctx() context: Context): Promise<DivisionRow> {
    return (await context.load(divisionByCode, divisionCode))!;
  }

  @FieldResolver(() => AllianceMemberConnection, {
    description: '成员单位 — Members in the pinyin order of their names.',
  })
  members(
    @Root() { id }: AllianceRow,
    @Arg('at', () => GraphQLISODateTime, { nullable: true, description: '时点 — As it was then; now when left out.' })
    at: Date | null,
    @Args(() => Page) page: Page,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<MemberRow>> {
    return readPage({ page, ...memberList(id, at ?? context.now, context) }, info);
  }
}

@Resolver(() => UnitType)
export class UnitAlliances {
  @FieldResolver(() => [AllianceType], { description: '所在联盟 — Alliances to which the unit belongs now.' })
  alliances(@Root() { id }: UnitRow, @Ctx() context: Context): Promise<readonly AllianceRow[]> {
    return context.load(alliancesOfUnit, id);
  }
}

@Resolver(() => DivisionType)
export class DivisionAlliance {
  @FieldResolver(() => AllianceType, {
    nullable: true,
    description: '红色联盟 — The alliance of a street or community, if there is one.',
  })
  alliance(@Root() { code }: DivisionRow, @Ctx() context: Context): Promise<AllianceRow | null> {
    return context.load(allianceOfDivision, code);
  }
}
