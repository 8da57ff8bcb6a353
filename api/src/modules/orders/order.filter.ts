import { Field as GraphField, GraphQLISODateTime, ID, InputType } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { searchForm } from '../../kernel/text.ts';
import type { Context } from '../../platform/graphql/context.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { bucketCondition, type OrderBucket } from './order.buckets.ts';
import type { Parameters } from '../../platform/reads/parameters.ts';
import { isFollowed } from './order.dealings.ts';
import { orderSight } from './order.policy.ts';
import { orderSql, visibleOrders } from './order.scope.ts';
import { Light, OrderBucketEnum, OrderState, OrderUrgencyEnum } from './order.enums.ts';

@InputType('OrderFilter', { description: '筛选条件 — All that are given must hold.' })
export class OrderFilter {
  @GraphField(() => OrderBucketEnum, { nullable: true, description: '待办分类 — What is mine to do.' })
  bucket?: OrderBucket | null;

  @GraphField(() => [OrderState], { nullable: true, description: '状态 — Any of these.' })
  states?: string[] | null;

  @GraphField(() => ID, { nullable: true, description: '服务类别 — Code of a category.' })
  category?: string | null;

  @GraphField(() => ID, { nullable: true, description: '区划 — Code of a street, town, community or village.' })
  division?: string | null;

  @GraphField(() => ID, { nullable: true, description: '承办单位 — Id of the unit that claimed.' })
  unit?: string | null;

  @GraphField(() => OrderUrgencyEnum, { nullable: true, description: '办理时限类别 — As set at the review.' })
  urgency?: string | null;

  @GraphField(() => Light, { nullable: true, description: '灯色 — How the leading duty stands now.' })
  light?: 'GREEN' | 'YELLOW' | 'RED' | null;

  @GraphField(() => String, {
    nullable: true,
    description: '搜索 — Part of the number, title or content; two to sixty characters.',
  })
  search?: string | null;

  @GraphField(() => Boolean, {
    nullable: true,
    description: '回访抽样 — Closed off unrated and drawn for a call back; for the street only, none to others.',
  })
  callBack?: boolean | null;

  @GraphField(() => Boolean, {
    nullable: true,
    description: '我关注的 — True: those that the viewer follows; false: the others.',
  })
  followed?: boolean | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '提交不早于 — Submitted at or after.' })
  submittedFrom?: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '提交早于 — Submitted before.' })
  submittedBefore?: Date | null;
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

/** A condition over `orders o`: what the viewer may see and asked for. Only parameters carry what the caller wrote. */
export function whereOf(filter: OrderFilter, { viewer, now }: Context, parameters: Parameters): string {
  const conditions = [visibleOrders(viewer, parameters), ...equalities(filter, viewer, parameters)];
  if (filter.light) conditions.push(lightCondition(filter.light, parameters.add(now, 'timestamptz')));
  if (filter.division) conditions.push(divisionCondition(filter.division, viewer, parameters));
  if (filter.callBack) conditions.push(callBackCondition(viewer));
  if (filter.search?.trim()) conditions.push(searchCondition(filter.search, viewer, parameters));
  if (filter.bucket) conditions.push(bucketCondition(filter.bucket, { viewer, now }, parameters));
  return conditions.join(' AND ');
}

function equalities(filter: OrderFilter, viewer: Viewer, parameters: Parameters): string[] {
  const conditions: string[] = [];
  const given = (value: unknown, type: string) => parameters.add(value, type);
  if (typeof filter.followed === 'boolean') conditions.push(followedCondition(filter.followed, viewer, parameters));
  if (filter.states) conditions.push(`o.state = ANY (${given(filter.states, 'text[]')})`);
  if (filter.category) conditions.push(`o.category_code = ${given(filter.category, 'text')}`);
  if (filter.unit) conditions.push(`o.unit_id::text = ${given(filter.unit.toLowerCase(), 'text')}`);
  if (filter.urgency) conditions.push(`o.urgency = ${given(filter.urgency, 'text')}`);
  if (filter.submittedFrom) conditions.push(`o.submitted_at >= ${given(filter.submittedFrom, 'timestamptz')}`);
  if (filter.submittedBefore) conditions.push(`o.submitted_at < ${given(filter.submittedBefore, 'timestamptz')}`);
  return conditions;
}

const followedCondition = (followed: boolean, viewer: Viewer, parameters: Parameters): string =>
  `${followed ? '' : 'NOT '}${isFollowed(viewer, parameters)}`;

/** The grid is shown with the words, and like them found only by whom it is shown to. */
function divisionCondition(division: string, viewer: Viewer, parameters: Parameters): string {
  const code = parameters.add(division, 'text');
  const grid = `(o.grid_code = ${code} AND ${orderSql(orderSight.words, viewer, parameters)})`;
  return `(o.street_code = ${code} OR o.community_code = ${code} OR o.district_code = ${code} OR ${grid})`;
}

function lightCondition(light: 'GREEN' | 'YELLOW' | 'RED', now: string): string {
  return {
    GREEN: `o.yellow_at > ${now}`,
    YELLOW: `(o.yellow_at <= ${now} AND o.due_at >= ${now})`,
    RED: `o.due_at < ${now}`,
  }[light];
}

/** The sample is the business of the street alone: who is called must not be known to whoever did the work. */
function callBackCondition({ post }: Viewer): string {
  return post?.role === 'STREET_REVIEWER' || post?.role === 'STREET_COMMITTEE' ? 'o.call_back' : 'false';
}

/** Words are found only by whom they are shown to: otherwise a search would tell what the mask hides. */
function searchCondition(search: string, viewer: Viewer, parameters: Parameters): string {
  const words = search.trim();
  if ([...words].length < 2 || [...words].length > 60)
    throw new GraphQLError('搜索内容应为2至60个字。', { extensions: { code: 'BAD_USER_INPUT' } });
  const pattern = parameters.add(`%${escapeLike(searchForm(words))}%`, 'text');
  return `(o.number ILIKE ${pattern} OR (o.search LIKE ${pattern} AND ${orderSql(orderSight.words, viewer, parameters)}))`;
}
