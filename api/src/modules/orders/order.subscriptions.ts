import {
  Arg,
  Ctx,
  Field as GraphField,
  FieldResolver,
  GraphQLISODateTime,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Notice } from '../../platform/feed/topic.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { OrderNoticeKindEnum } from './order.enums.ts';
import { orderNotice, type OrderNotice } from './order.notice.ts';
import { Order } from './order.shape.ts';

@ObjectType('OrderNotice', { description: '点单通知 — One event of the feed, as it concerns the subscriber.' })
class OrderNoticeType {
  @GraphField(() => OrderNoticeKindEnum, { description: '通知类别 — Why.' })
  kind!: string;

  @GraphField(() => String, {
    description: '游标 — Give it as `after` when subscribing again: nothing is missed, nothing comes twice.',
  })
  cursor!: string;

  @GraphField(() => String, { nullable: true, description: '动作代码 — What was done.' })
  action!: string | null;

  @GraphField(() => String, { nullable: true, description: '动作名称 — What was done, for people.' })
  label!: string | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '时间 — When it happened.' })
  at!: Date | null;
}

@Resolver(() => OrderNoticeType)
export class OrderNoticeFields {
  @FieldResolver(() => Order.type, {
    nullable: true,
    description: '点单 — As it stands now for this subscriber; null with RESYNC.',
  })
  order(@Root() { order }: OrderNotice, @Ctx() context: Context): Promise<unknown> | null {
    return order && order.load(context);
  }
}

const AFTER = {
  nullable: true,
  description: '起始游标 — Of the last notice received; leave it out to hear only what is new.',
} as const;
/** Subscribing is the feed's business (platform/feed): it calls these fields once an event and class of viewers. */
const subscribe = () => {
  throw new Error('Subscriptions are served by the feed');
};

@Resolver()
export class OrderSubscriptions {
  @Subscription(() => OrderNoticeType, {
    subscribe,
    description: '领单大厅 — For the liaisons and the lead of a unit.',
  })
  claimHall(@Root() root: Record<string, Notice>, @Arg('after', () => String, AFTER) _after?: string): OrderNotice {
    return orderNotice(root['claimHall']!);
  }

  @Subscription(() => OrderNoticeType, {
    subscribe,
    description: '工作台 — For officials of street, community, grid and district.',
  })
  reviewDesk(@Root() root: Record<string, Notice>, @Arg('after', () => String, AFTER) _after?: string): OrderNotice {
    return orderNotice(root['reviewDesk']!);
  }

  @Subscription(() => OrderNoticeType, {
    subscribe,
    description: '我的点单 — What becomes of orders that the viewer placed, took down for a resident, or follows.',
  })
  myOrders(@Root() root: Record<string, Notice>, @Arg('after', () => String, AFTER) _after?: string): OrderNotice {
    return orderNotice(root['myOrders']!);
  }
}
