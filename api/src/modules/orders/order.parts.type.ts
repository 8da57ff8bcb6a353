import { Field as GraphField, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { OrderGradeEnum, OrderShareStateEnum } from './order.enums.ts';

@ObjectType('OrderContact', {
  description: '联系方式 — Of the resident, masked. Reading it in full is an act of its own: orderRevealContact.',
})
export class OrderContactType {
  @GraphField(() => String, { description: '姓名 — Masked: 王**.' })
  name!: string;

  @GraphField(() => String, { description: '电话 — Masked: 139****5678.' })
  phone!: string;

  @GraphField(() => String, { description: '门牌 — Masked whole.' })
  address!: string;
}

@ObjectType('OrderFullContact', { description: '完整联系方式 — Told once to whoever asked; the reading is recorded.' })
export class OrderFullContactType {
  @GraphField(() => String, { description: '姓名 — Full name.' })
  name!: string;

  @GraphField(() => String, { description: '电话 — Full number.' })
  phone!: string;

  @GraphField(() => String, { description: '门牌 — Door number, empty when none was given.' })
  address!: string;
}

@ObjectType('OrderShare', { description: '协办 — A unit that takes part in a joint claim.' })
export class OrderShareType {
  readonly unitId!: string;

  @GraphField(() => String, { description: '分工 — What the unit does.' })
  part!: string;

  @GraphField(() => OrderShareStateEnum, { description: '协办状态 — What the unit answered.' })
  state!: string;

  @GraphField(() => GraphQLISODateTime, { description: '邀请时间 — When it was asked.' })
  invitedAt!: Date;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '答复时间 — When it answered.' })
  answeredAt!: Date | null;
}

@ObjectType('OrderRating', { description: '群众评价 — The word of a resident on how the order was fulfilled.' })
export class OrderRatingType {
  @GraphField(() => Int, { description: '轮次 — Round of the order that was rated.' })
  round!: number;

  @GraphField(() => Boolean, { description: '是否满意 — A missing answer is never counted as satisfied.' })
  satisfied!: boolean;

  @GraphField(() => Boolean, {
    description: '代为转达 — Passed on by whoever took the order down; the resident’s own word replaces it.',
  })
  relayed!: boolean;

  @GraphField(() => Int, { nullable: true, description: '评分 — 1 to 5.' })
  score!: number | null;

  @GraphField(() => String, { nullable: true, description: '评语 — In the resident’s words.' })
  text!: string | null;

  @GraphField(() => GraphQLISODateTime, { description: '时间 — When it was given.' })
  at!: Date;
}

@ObjectType('OrderEvaluation', { description: '评单 — The verdict of the street.' })
export class OrderEvaluationType {
  @GraphField(() => Int, { description: '轮次 — Round of the order.' })
  round!: number;

  @GraphField(() => OrderGradeEnum, { description: '等次 — The grade.' })
  grade!: string;

  @GraphField(() => String, { description: '评语 — Why.' })
  text!: string;

  @GraphField(() => GraphQLISODateTime, { description: '时间 — When it was given.' })
  at!: Date;
}

@ObjectType('OrderOffer', { description: '发单记录 — A unit to which the order was offered, and when it got it.' })
export class OrderOfferType {
  readonly unitId!: string;

  @GraphField(() => GraphQLISODateTime, { description: '发单时间 — When it was offered.' })
  offeredAt!: Date;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '送达时间 — When the unit was told or looked; null while it was not reached.',
  })
  deliveredAt!: Date | null;
}
