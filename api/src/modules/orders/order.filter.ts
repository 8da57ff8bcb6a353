import { Field as GraphField, GraphQLISODateTime, ID, InputType } from 'type-graphql';
import { searchForm } from '../../kernel/text.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { unitOf } from '../../kernel/viewer.ts';
import { bucketCondition, type OrderBucket } from './order.buckets.ts';
import { visibleOrders } from './order.scope.ts';
import { Light, OrderBucketEnum, OrderState, OrderUrgencyEnum } from './order.enums.ts';
import { viewerParameters } from './order.reads.ts';

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

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '提交不早于 — Submitted at or after.' })
  submittedFrom?: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '提交早于 — Submitted before.' })
  submittedBefore?: Date | null;
}

/** A WHERE clause over `orders o` with its parameters; the first two are those of `ORDER_SELECT`. */
export interface Where {
  readonly sql: string;
  readonly values: unknown[];
}

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');

/** What a viewer may see and asked for. Only parameters carry what the caller wrote. */
export function whereOf(filter: OrderFilter, { viewer, now }: Context): Where {
  const values: unknown[] = [...viewerParameters(viewer)];
  const conditions: string[] = [];
  const given = (value: unknown, type = '') => `$${values.push(value)}${type}`;
  const scope = visibleOrders(viewer, values.length + 1);
  values.push(...scope.values);
  conditions.push(`(${scope.sql})`, ...equalities(filter, given));
  if (filter.light) conditions.push(lightCondition(filter.light, given(now, '::timestamptz')));
  if (filter.search?.trim()) conditions.push(searchCondition(filter.search, given));
  if (filter.bucket) {
    const needs = {
      unit: given(unitOf(viewer), '::uuid'),
      me: given(viewer.personId, '::uuid'),
      now: given(now, '::timestamptz'),
    };
    conditions.push(
      bucketCondition(filter.bucket, viewer, needs),
      `coalesce(${needs.unit}, ${needs.me}) IS NOT NULL AND ${needs.now} IS NOT NULL`,
    );
  }
  return { sql: conditions.join(' AND '), values };
}

type Given = (value: unknown, type?: string) => string;

function equalities(filter: OrderFilter, given: Given): string[] {
  const conditions: string[] = [];
  if (filter.states) conditions.push(`o.state = ANY (${given(filter.states, '::text[]')})`);
  if (filter.category) conditions.push(`o.category_code = ${given(filter.category)}`);
  if (filter.division) {
    const code = given(filter.division, '::text');
    conditions.push(
      `(o.street_code = ${code} OR o.community_code = ${code} OR o.grid_code = ${code} OR o.district_code = ${code})`,
    );
  }
  if (filter.unit) conditions.push(`o.unit_id::text = ${given(filter.unit.toLowerCase())}`);
  if (filter.urgency) conditions.push(`o.urgency = ${given(filter.urgency)}`);
  if (filter.submittedFrom) conditions.push(`o.submitted_at >= ${given(filter.submittedFrom)}`);
  if (filter.submittedBefore) conditions.push(`o.submitted_at < ${given(filter.submittedBefore)}`);
  return conditions;
}

function lightCondition(light: 'GREEN' | 'YELLOW' | 'RED', now: string): string {
  return {
    GREEN: `o.yellow_at > ${now}`,
    YELLOW: `(o.yellow_at <= ${now} AND o.due_at >= ${now})`,
    RED: `o.due_at < ${now}`,
  }[light];
}

/** Units find by words only what they may read in words: otherwise a search would tell what the mask hides. */
function searchCondition(search: string, given: Given): string {
  const pattern = given(`%${escapeLike(searchForm(search.trim()).slice(0, 60))}%`);
  return `(o.number ILIKE ${pattern} OR (o.search LIKE ${pattern} AND ($1::uuid IS NULL OR o.unit_id = $1
    OR (o.state = 'OPEN' AND EXISTS (SELECT 1 FROM order_audience a WHERE a.order_id = o.id AND a.unit_id = $1))
    OR EXISTS (SELECT 1 FROM order_share s WHERE s.order_id = o.id AND s.unit_id = $1 AND s.state IN ('INVITED','ACCEPTED')))))`;
}
