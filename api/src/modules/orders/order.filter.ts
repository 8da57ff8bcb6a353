import { GraphQLError } from 'graphql';
import { GraphQLISODateTime, ID } from 'type-graphql';
import { any, link } from '../../kernel/predicate.ts';
import { searchForm } from '../../kernel/text.ts';
import { defineFilter, equals, type Condition } from '../../platform/reads/condition.ts';
import { light } from '../../platform/process/light.condition.ts';
import type { Place } from '../../platform/reads/place.ts';
import { bucketCondition, type OrderBucket } from './order.buckets.ts';
import { OrderBucketEnum, OrderState, OrderUrgencyEnum } from './order.enums.ts';
import { orderRelations, orderSight } from './order.policy.ts';

/** The grid is shown with the words, and like them found only by whom it is shown to. */
const division: Condition = {
  ...{ type: () => ID, about: '区划 — Code of a street, town, community or village.' },
  sql: (it, given) => {
    const code = it.value(given, 'text');
    const places = ['streetCode', 'communityCode', 'districtCode'].map(
      (property) => `${it.column(property)} = ${code}`,
    );
    return `(${[...places, `(${it.column('gridCode')} = ${code} AND ${it.condition(orderSight.words)})`].join(' OR ')})`;
  },
};

/** The sample is the business of the street alone: who is called must not be known to whoever did the work. */
const callBack: Condition = {
  type: () => Boolean,
  about: '回访抽样 — Closed off unrated and drawn for a call back; for the street only, none to others.',
  sql: (it, given) => {
    const role = it.statement.viewer.post?.role;
    if (!given.known<boolean>()) return 'true';
    return role === 'STREET_REVIEWER' || role === 'STREET_COMMITTEE' ? it.column('callBack') : 'false';
  },
};

const PATTERN = { name: 'pattern', to: (text: unknown) => patternOf(text as string) };

function patternOf(text: string): string {
  const words = text.trim();
  if ([...words].length < 2 || [...words].length > 60)
    throw new GraphQLError('搜索内容应为2至60个字。', { extensions: { code: 'BAD_USER_INPUT' } });
  return `%${searchForm(words).replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Words are found only by whom they are shown to: otherwise a search would tell what the mask hides. */
const search: Condition = {
  ...{ type: () => String, about: '搜索 — Part of the number, title or content; two to sixty characters.' },
  sql: (it, given) => {
    const pattern = it.value(given, 'text', PATTERN);
    const found = `${it.column('search')} LIKE ${pattern} AND ${it.condition(orderSight.words)}`;
    return `(${it.column('number')} ILIKE ${pattern} OR (${found}))`;
  },
};

const followed: Condition = {
  ...{ type: () => Boolean, about: '我关注的 — True: those that the viewer follows; false: the others.' },
  sql: (it, given) => `${given.known<boolean>() ? '' : 'NOT '}${it.condition(link('followed'))}`,
};

const own = any(orderRelations.ORDERER, orderRelations.MERGED_ORDERER);
const mine: Condition = {
  ...{ type: () => Boolean, about: '本人的 — True: those that the viewer ordered for themselves; false: the others.' },
  sql: (it, given) => `${given.known<boolean>() ? '' : 'NOT '}${it.condition(own)}`,
};

/** What was done in time, and what was said of it, is found only by whom the history is shown to. */
const ofStory = (about: string, sql: (it: Place) => string): Condition => ({
  ...{ type: () => Boolean, about },
  sql: (it, given) => `(${given.known<boolean>() ? '' : 'NOT '}${sql(it)} AND ${it.condition(orderSight.story)})`,
});
const late = ofStory(
  '超期办结 — True: the unit that has it reported it done after its time; false: it did not.',
  (it) =>
    `EXISTS (SELECT FROM order_finished_late l WHERE l.order_id = ${it.row}.id AND l.unit_id = ${it.column('unitId')})`,
);
const rated = ofStory(
  '已有评价 — True: somebody rated it in its present round; false: nobody did.',
  (it) => `EXISTS (SELECT FROM order_rating r WHERE r.order_id = ${it.row}.id AND r.round = ${it.column('round')})`,
);

const submitted = (comparison: string) => (it: Place, given: Parameters<Condition['sql']>[1]) =>
  `${it.column('submittedAt')} ${comparison} ${it.value(given, 'timestamptz')}`;

export const orderFilter = defineFilter('OrderFilter', '筛选条件 — All that are given must hold.', {
  bucket: {
    ...{ type: () => OrderBucketEnum, about: '待办分类 — What is mine to do.' },
    sql: (it, given) => bucketCondition(given.known<OrderBucket>(), it),
  },
  states: {
    ...{ type: () => [OrderState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  category: equals(() => ID, '服务类别 — Code of a category.', 'categoryCode'),
  division,
  unit: {
    ...{ type: () => ID, about: '承办单位 — Id of the unit that claimed.' },
    sql: (it, given) => (given.isId ? `${it.column('unitId')} = ${it.value(given, 'uuid')}` : 'false'),
  },
  urgency: equals(() => OrderUrgencyEnum, '办理时限类别 — As set at the review.', 'urgency'),
  ...{ light, search, callBack, followed, mine, late, rated },
  submittedFrom: {
    ...{ type: () => GraphQLISODateTime, about: '提交不早于 — Submitted at or after.' },
    sql: submitted('>='),
  },
  submittedBefore: {
    ...{ type: () => GraphQLISODateTime, about: '提交早于 — Submitted before.' },
    sql: submitted('<'),
  },
});
