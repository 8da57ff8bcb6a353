import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { OrderUrgencyEnum } from './order.enums.ts';

@ObjectType('OrderFinishProspect', { description: '办结时限预估 — How long a unit would have that claimed now.' })
export class OrderFinishProspect {
  @Field(() => OrderUrgencyEnum, { description: '办理时限类别 — With which choice of the review.' })
  urgency!: string;

  @Field(() => String, { description: '时限 — Such as 7个工作日.' })
  limitLabel!: string;

  @Field(() => GraphQLISODateTime, { description: '办结期限 — When it would run out if a unit claimed now.' })
  finishBy!: Date;
}

@ObjectType('OrderProspect', { description: '发单预估 — What an approval now would set going.' })
export class OrderProspect {
  @Field(() => GraphQLISODateTime, { description: '领单期限 — When the claim window would end.' })
  claimBy!: Date;

  @Field(() => [OrderFinishProspect], { description: '办结时限 — One for each choice of urgency.' })
  finish!: OrderFinishProspect[];
}

@ObjectType('OrderClaimPlan', { description: '建议计划 — A plan for a claim now that the house would take.' })
export class OrderClaimPlan {
  @Field(() => ID, { description: '点单编号 — Of which order.' })
  orderId!: string;

  @Field(() => GraphQLISODateTime, { description: '建议开始 — On a working day.' })
  plannedStart!: Date;

  @Field(() => GraphQLISODateTime, { description: '建议完成 — On the last working day of the limit.' })
  plannedFinish!: Date;

  @Field(() => GraphQLISODateTime, { description: '办结期限 — When the limit would run out.' })
  finishBy!: Date;

  @Field(() => String, { nullable: true, description: '时限 — Such as 7个工作日; null where a day was fixed.' })
  limitLabel!: string | null;
}
