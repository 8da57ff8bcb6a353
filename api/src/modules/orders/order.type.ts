import { Field as GraphField, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import {
  OrderAudienceEnum,
  OrderChannelEnum,
  OrderClosingEnum,
  OrderNeedKindEnum,
  OrderState,
  OrderUrgencyEnum,
} from './order.enums.ts';

@ObjectType('Order', { description: '点单 — A resident’s request for service that a unit of the alliance can claim.' })
export class OrderType {
  @GraphField(() => ID, { description: '编号 — Identity.' })
  id!: string;

  @GraphField(() => String, {
    nullable: true,
    description: '点单号 — For people, with check digit; given at submission.',
  })
  number!: string | null;

  @GraphField(() => OrderState, { description: '状态 — Where in the process it stands.' })
  state!: string;

  @GraphField(() => Int, { description: '版本 — Counts changes; send it as `expectedVersion`.' })
  version!: number;

  @GraphField(() => Int, {
    description:
      '轮次 — 1, and one more whenever it is done anew after the resident had the word: then they are asked again.',
  })
  round!: number;

  @GraphField(() => String, {
    nullable: true,
    description: '标题 — Null to units that do not work on it and cannot claim it.',
  })
  title!: string | null;

  @GraphField(() => String, { nullable: true, description: '内容 — What is asked; as closed as the title.' })
  content!: string | null;

  @GraphField(() => String, { nullable: true, description: '小区 — Estate, without the door number.' })
  estate!: string | null;

  @GraphField(() => OrderUrgencyEnum, { description: '办理时限类别 — Set at the review.' })
  urgency!: string;

  @GraphField(() => OrderNeedKindEnum, { nullable: true, description: '需求类型 — Set at the review.' })
  needKind!: string | null;

  @GraphField(() => OrderAudienceEnum, { nullable: true, description: '发单范围 — Set at the review.' })
  audience!: string | null;

  @GraphField(() => OrderChannelEnum, { description: '渠道 — How the request came.' })
  channel!: string;

  @GraphField(() => Boolean, { description: '代为点单 — Taken down by somebody for the resident.' })
  onBehalf!: boolean;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '期望时间 — When the resident wishes it.' })
  wishAt!: Date | null;

  @GraphField(() => Boolean, {
    description: '同意公开 — The resident agreed that neighbours may see it, without contact details.',
  })
  publishConsent!: boolean;

  @GraphField(() => Boolean, {
    description: '同意提供联系方式 — The resident agreed that the claiming unit may reach them.',
  })
  contactConsent!: boolean;

  @GraphField(() => String, { nullable: true, description: '审单提问 — What the reviewer asked last.' })
  question!: string | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '计划开始 — When the unit plans to begin.' })
  plannedStart!: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '计划完成 — When the unit plans to be done.' })
  plannedFinish!: Date | null;

  @GraphField(() => String, { nullable: true, description: '办理结果 — What the unit reported.' })
  result!: string | null;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '无人领单标记 — When the claim window passed without a claim.',
  })
  unclaimedAt!: Date | null;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '提请联席会议时间 — When the street put it before the joint meeting, until somebody takes it.',
  })
  proposedAt!: Date | null;

  @GraphField(() => Int, { description: '退单次数 — How often a unit gave it back.' })
  releaseCount!: number;

  @GraphField(() => Int, { description: '返工次数 — How often the check sent it back.' })
  reworkCount!: number;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '申请延期至 — A pending request for a later end.',
  })
  extendTo!: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '挂账至 — Until when it rests.' })
  suspendedUntil!: Date | null;

  @GraphField(() => String, {
    nullable: true,
    description: '销号编号 — Serial number of closing off; a relapse keeps it.',
  })
  serial!: string | null;

  @GraphField(() => OrderClosingEnum, { nullable: true, description: '销号方式 — How it was closed off.' })
  closing!: string | null;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '应办时间 — When the leading duty runs out; null while nobody in the house owes anything.',
  })
  dueAt!: Date | null;

  @GraphField(() => GraphQLISODateTime, { description: '进入状态时间 — Since when it is in this state.' })
  enteredAt!: Date;

  @GraphField(() => GraphQLISODateTime, { description: '创建时间 — When it was first saved.' })
  createdAt!: Date;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '提交时间 — When it was submitted.' })
  submittedAt!: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '销号时间 — When it was closed off.' })
  clearedAt!: Date | null;
}
