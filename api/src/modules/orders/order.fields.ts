import { Arg, Ctx, FieldResolver, GraphQLISODateTime, Int, Resolver, Root } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { holds, type Predicate } from '../../kernel/predicate.ts';
import { lightAt } from '../../kernel/clock.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { viewerActions, ViewerActionType } from '../../platform/process/viewer-actions.ts';
import { DivisionType, divisionByCode } from '../divisions/index.ts';
import { FileType, filesOf } from '../files/index.ts';
import { CaseEventType, lastEvents, type CaseEventRow } from '../timeline/index.ts';
import { categoryByCode, ServiceCategoryType, unitById, UnitType } from '../units/index.ts';
import { Light } from './order.enums.ts';
import { seesFile } from './order.policy.ts';
import { orderProcess, type OrderRelation } from './order.process.ts';
import { orderViewById, type OrderView } from './order.reads.ts';
import { duplicatesOf, evaluationsOf, mergedInto, offersOf, ratingsOf, sharesOf } from './order.relations.ts';
import {
  OrderContactType,
  OrderEvaluationType,
  OrderOfferType,
  OrderRatingType,
  OrderShareType,
} from './order.parts.type.ts';
import { OrderType } from './order.type.ts';

const REVIEWERS = ['STREET_REVIEWER', 'STREET_COMMITTEE', 'SUPERVISOR'] as const;
const SEEKERS = [...REVIEWERS, 'COMMUNITY_WORKER', 'ENTERER', 'ORDERER'] as const;
const standsAs = ({ relations }: OrderView, of: readonly OrderRelation[]) =>
  of.some((relation) => relations.has(relation));

const NOTERS = orderProcess.step('OPEN', 'note')!.who as readonly OrderRelation[];
/** A note is read by those who may leave one. */
const mayRead = (order: OrderView, { action }: CaseEventRow) => action !== 'note' || standsAs(order, NOTERS);

/** What an order shows beside its own columns; every relation is one statement for a whole list. */
@Resolver(() => OrderType)
export class OrderFields {
  @FieldResolver(() => String, { description: '状态名称 — The state as people read it.' })
  stateLabel(@Root() order: OrderView): string {
    return orderProcess.states[order.state][0];
  }

  @FieldResolver(() => Light, {
    nullable: true,
    description: '灯色 — How the leading duty stands; null while nobody in the house owes anything.',
  })
  light(@Root() { yellowAt, dueAt }: OrderView, @Ctx() { now }: Context): string | null {
    return yellowAt && dueAt ? lightAt({ yellowAt, dueAt }, now) : null;
  }

  @FieldResolver(() => ServiceCategoryType, { description: '服务类别 — The category of the request.' })
  category(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> {
    return context.load(categoryByCode, order.categoryCode);
  }

  @FieldResolver(() => DivisionType, { description: '镇街 — The street or town that reviews.' })
  street(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> {
    return context.load(divisionByCode, order.streetCode);
  }

  @FieldResolver(() => DivisionType, { description: '社区 — The community or village of the place.' })
  community(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> {
    return context.load(divisionByCode, order.communityCode);
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: '网格 — The grid of the place; null to whom only the community is open.',
  })
  grid(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> | null {
    return order.gridCode && order.sight.words ? context.load(divisionByCode, order.gridCode) : null;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: '承办单位 — The unit that claimed it.' })
  unit(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> | null {
    return order.unitId ? context.load(unitById, order.unitId) : null;
  }

  @FieldResolver(() => OrderContactType, {
    nullable: true,
    description: '联系方式 — Masked; null to whom the policy does not open it.',
  })
  contact(@Root() order: OrderView): OrderContactType | null {
    const { contactName: name, contactPhone: phone, contactAddress: address } = order;
    return order.sight.contact ? { name, phone, address } : null;
  }

  @FieldResolver(() => [ViewerActionType], { description: '可办事项 — What this viewer may do now.' })
  viewerActions(@Root() order: OrderView, @Ctx() { viewer }: Context): ViewerActionType[] {
    const { state, relations, dueAt = null, links, dealings } = order;
    const meets = (condition: Predicate) => holds(condition, { ...order }, { ...links, ...dealings }, viewer);
    return viewerActions(orderProcess, { state, relations, dueAt, meets });
  }

  @FieldResolver(() => Boolean, { description: '已关注 — The viewer follows it and is told what becomes of it.' })
  followed(@Root() { dealings }: OrderView): boolean {
    return dealings.followed;
  }

  @FieldResolver(() => [String], {
    description: '与本人关系 — In which relations of the process the viewer stands to it.',
  })
  viewerRelations(@Root() order: OrderView): string[] {
    return [...order.relations];
  }

  @FieldResolver(() => [CaseEventType], { description: '办理过程 — The last events, newest first.' })
  async events(
    @Root() order: OrderView,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 10, description: '条数 — How many, 1 to 100.' }) first: number,
  ): Promise<CaseEventRow[]> {
    if (first < 1 || first > 100)
      throw new GraphQLError('“first”应在1到100之间。', { extensions: { code: 'BAD_USER_INPUT' } });
    const events = await context.load(lastEvents(first), order.id);
    const { story } = order.sight;
    const told = events.filter(({ action }) => story || action !== 'revealContact');
    return told.map((event) => ({ ...event, showsWords: story && mayRead(order, event), showsPeople: story }));
  }

  @FieldResolver(() => [FileType], { description: '照片 — Those that the viewer may look at.' })
  async photos(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown[]> {
    const files = await context.load(filesOf, order.id);
    return files.filter((file) => seesFile(order, context.viewer, order.links, file));
  }

  @FieldResolver(() => [OrderShareType], { description: '协办单位 — Units asked to take part in a joint claim.' })
  async shares(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return order.sight.words ? context.load(sharesOf, order.id) : [];
  }

  @FieldResolver(() => [OrderRatingType], { description: '群众评价 — One of every orderer and round.' })
  async ratings(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return order.sight.story ? context.load(ratingsOf, order.id) : [];
  }

  @FieldResolver(() => [OrderEvaluationType], { description: '评单 — The verdicts of the street, one a round.' })
  async evaluations(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return order.sight.story ? context.load(evaluationsOf, order.id) : [];
  }

  @FieldResolver(() => [OrderOfferType], {
    description: '发单记录 — Units to which it was offered; for the street only, empty to others.',
  })
  async offers(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return standsAs(order, REVIEWERS) ? context.load(offersOf, order.id) : [];
  }

  @FieldResolver(() => [OrderType], {
    description:
      '疑似重复 — Orders of the last thirty days that may be the same, as far as the viewer may see them; empty to units.',
  })
  async duplicates(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return standsAs(order, SEEKERS) ? (await context.load(duplicatesOf, order.id)).slice(0, 5) : [];
  }

  @FieldResolver(() => [OrderType], {
    description: '并入的点单 — Orders that go on within this one, as far as the viewer may see them.',
  })
  mergedOrders(@Root() order: OrderView, @Ctx() context: Context): Promise<readonly unknown[]> {
    return context.load(mergedInto, order.id);
  }

  @FieldResolver(() => OrderType, { nullable: true, description: '主单 — The order within which this one goes on.' })
  master(@Root() order: OrderView, @Ctx() context: Context): Promise<unknown> | null {
    return order.masterId ? context.load(orderViewById, order.masterId) : null;
  }

  @FieldResolver(() => GraphQLISODateTime, {
    nullable: true,
    description: '转黄时间 — When the leading duty turns yellow.',
  })
  yellowAt(@Root() order: OrderView): Date | null {
    return order.yellowAt ?? null;
  }
}

@Resolver(() => OrderShareType)
export class OrderShareFields {
  @FieldResolver(() => UnitType, { nullable: true, description: '单位 — The unit that was asked.' })
  unit(@Root() share: { unitId: string }, @Ctx() context: Context): Promise<unknown> {
    return context.load(unitById, share.unitId);
  }
}

@Resolver(() => OrderOfferType)
export class OrderOfferFields {
  @FieldResolver(() => UnitType, { nullable: true, description: '单位 — The unit to which it was offered.' })
  unit(@Root() offer: { unitId: string }, @Ctx() context: Context): Promise<unknown> {
    return context.load(unitById, offer.unitId);
  }
}
