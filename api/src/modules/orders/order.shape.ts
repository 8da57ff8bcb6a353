import { all, any, oneOf } from '../../kernel/predicate.ts';
import { actionsField, light, linked, relationsField, stateLabel } from '../../platform/process/case.fields.ts';
import { choice, flag, id, instant, int, text } from '../../platform/reads/fields/column.ts';
import { group } from '../../platform/reads/fields/group.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { byKey } from '../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';
import { Division } from '../divisions/index.ts';
import { photos } from '../files/index.ts';
import { timeline } from '../timeline/index.ts';
import { ServiceCategory, Unit } from '../units/index.ts';
import * as enums from './order.enums.ts';
import { OrderEvaluation, OrderOffer, OrderPartner, OrderRating, OrderShare } from './order.parts.shape.ts';
import { orderRelations, orderSight, orderVisible, photoVisible } from './order.policy.ts';
import { orderProcess, type OrderRelation } from './order.process.ts';
import { orderLinks } from './order.scope.ts';

const { contact, story, words } = orderSight;
const standing = (...relations: OrderRelation[]) => any(...relations.map((relation) => orderRelations[relation]));

const REVIEWERS = ['STREET_REVIEWER', 'STREET_COMMITTEE', 'SUPERVISOR'] as const;
/** A note is read by those who may leave one. */
const noters = standing(...(orderProcess.step('OPEN', 'note')!.who as readonly OrderRelation[]));
/** Orders in which an offer reaches the unit that looks at them. */
export const openToUnit = oneOf('state', ['OPEN']);

const nullable = true;
const of = (): Shape => Order;

export const Order: Shape = defineShape('Order', {
  about: '点单 — A resident’s request for service that a unit of the alliance can claim.',
  table: 'orders',
  key: 'id',
  visible: orderVisible,
  links: orderLinks,
  fields: {
    id: id('编号 — Identity.'),
    number: text('点单号 — For people, with check digit; given at submission.', { nullable }),
    state: choice(enums.OrderState, '状态 — Where in the process it stands.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    round: int(
      '轮次 — 1, and one more whenever it is done anew after the resident had the word: then they are asked again.',
    ),
    title: text('标题 — Null to units that do not work on it and cannot claim it.', { when: words }),
    content: text('内容 — What is asked; as closed as the title.', { when: words }),
    estate: text('小区 — Estate, without the door number.', { nullable, when: words }),
    urgency: choice(enums.OrderUrgencyEnum, '办理时限类别 — Set at the review.'),
    needKind: choice(enums.OrderNeedKindEnum, '需求类型 — Set at the review.', { nullable }),
    audience: choice(enums.OrderAudienceEnum, '发单范围 — Set at the review.', { nullable }),
    channel: choice(enums.OrderChannelEnum, '渠道 — How the request came.'),
    onBehalf: flag('代为点单 — Taken down by somebody for the resident.'),
    wishAt: instant('期望时间 — When the resident wishes it.', { nullable }),
    publishConsent: flag('同意公开 — The resident agreed that neighbours may see it, without contact details.'),
    contactConsent: flag('同意提供联系方式 — The resident agreed that the claiming unit may reach them.'),
    question: text('审单提问 — What the reviewer asked last.', { nullable, when: story }),
    plannedStart: instant('计划开始 — When the unit plans to begin.', { nullable }),
    plannedFinish: instant('计划完成 — When the unit plans to be done.', { nullable }),
    result: text('办理结果 — What the unit reported.', { nullable, when: story }),
    unclaimedAt: instant('无人领单标记 — When the claim window passed without a claim.', { nullable }),
    proposedAt: instant(
      '提请联席会议时间 — When the street put it before the joint meeting, until somebody takes it.',
      { nullable },
    ),
    releaseCount: int('退单次数 — How often a unit gave it back.'),
    reworkCount: int('返工次数 — How often the check sent it back.'),
    extendTo: instant('申请延期至 — A pending request for a later end.', { nullable }),
    suspendedUntil: instant('挂账至 — Until when it rests.', { nullable }),
    serial: text('销号编号 — Serial number of closing off; a relapse keeps it.', { nullable }),
    closing: choice(enums.OrderClosingEnum, '销号方式 — How it was closed off.', { nullable }),
    dueAt: instant('应办时间 — When the leading duty runs out; null while nobody in the house owes anything.', {
      nullable,
    }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('创建时间 — When it was first saved.'),
    submittedAt: instant('提交时间 — When it was submitted.', { nullable }),
    clearedAt: instant('销号时间 — When it was closed off.', { nullable }),
    stateLabel: stateLabel(orderProcess, '状态名称 — The state as people read it.'),
    light: light(enums.Light, '灯色 — How the leading duty stands; null while nobody in the house owes anything.'),
    category: one(() => ServiceCategory, '服务类别 — The category of the request.', { by: 'categoryCode' }),
    street: one(() => Division, '镇街 — The street or town that reviews.', { by: 'streetCode' }),
    community: one(() => Division, '社区 — The community or village of the place.', { by: 'communityCode' }),
    grid: one(() => Division, '网格 — The grid of the place; null to whom only the community is open.', {
      ...{ by: 'gridCode', nullable, when: words },
    }),
    unit: one(() => Unit, '承办单位 — The unit that claimed it.', { by: 'unitId', nullable }),
    contact: group('联系方式 — Masked; null to whom the policy does not open it.', {
      name: 'OrderContact',
      about: '联系方式 — Of the resident, masked. Reading it in full is an act of its own: orderRevealContact.',
      when: contact,
      fields: {
        name: text('姓名 — Masked: 王**.', { property: 'contactName' }),
        phone: text('电话 — Masked: 139****5678.', { property: 'contactPhone' }),
        address: text('门牌 — Masked whole.', { property: 'contactAddress' }),
      },
    }),
    viewerActions: actionsField(orderProcess, orderRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      orderRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    followed: linked('followed', '已关注 — The viewer follows it and is told what becomes of it.'),
    events: timeline('办理过程 — The last events, newest first.', { of, story, notes: noters }),
    photos: photos('照片 — Those that the viewer may look at.', { of, visible: photoVisible, lends: { words, story } }),
    shares: many(() => OrderShare, '协办单位 — Units asked to take part in a joint claim.', {
      ...{ of, when: words },
      on: (me, it) => `${it}.order_id = ${me}.id`,
      order: (it) => `${it}.invited_at, ${it}.unit_id`,
    }),
    partners: many(
      () => OrderPartner,
      '可邀协办单位 — Other units to which it was offered; for a unit that may claim it, empty to others.',
      {
        ...{ of, when: all(openToUnit, orderRelations.ELIGIBLE_UNIT), limit: 1000 },
        on: (me, it, parameters) => `${it}.order_id = ${me}.id AND ${it}.unit_id <> ${parameters.term('UNIT', 'uuid')}`,
        order: (it) => `${it}.unit_id`,
      },
    ),
    ratings: many(() => OrderRating, '群众评价 — One of every orderer and round.', {
      ...{ of, when: story },
      // A resident's own word stands in the place of what was passed on for them.
      on: (me, it) => `${it}.order_id = ${me}.id AND NOT (${it}.relayed AND EXISTS (SELECT 1 FROM order_rating own
        WHERE own.order_id = ${it}.order_id AND own.round = ${it}.round AND own.voice_id = ${it}.voice_id AND NOT own.relayed))`,
      order: (it) => `${it}.at, ${it}.voice_id`,
    }),
    evaluations: many(() => OrderEvaluation, '评单 — The verdicts of the street, one a round.', {
      ...{ of, when: story },
      on: (me, it) => `${it}.order_id = ${me}.id`,
      order: (it) => `${it}.round`,
    }),
    offers: many(() => OrderOffer, '发单记录 — Units to which it was offered; for the street only, empty to others.', {
      ...{ of, when: standing(...REVIEWERS), limit: 1000 },
      on: (me, it) => `${it}.order_id = ${me}.id`,
      order: (it) => `${it}.offered_at, ${it}.unit_id`,
    }),
    duplicates: many(
      () => Order,
      '疑似重复 — Orders of the last thirty days that may be the same, as far as the viewer may see them; empty to units.',
      {
        ...{ of, when: standing(...REVIEWERS, 'COMMUNITY_WORKER', 'ENTERER', 'ORDERER'), limit: 5 },
        // Same category and community, within thirty days, most alike first.
        on: (
          me,
          it,
        ) => `${it}.id <> ${me}.id AND ${it}.community_code = ${me}.community_code AND ${it}.category_code = ${me}.category_code
          AND ${it}.submitted_at BETWEEN coalesce(${me}.submitted_at, ${me}.created_at) - interval '30 days'
          AND coalesce(${me}.submitted_at, ${me}.created_at) + interval '30 days' AND ${it}.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED')`,
        order: (it, me) => `similarity(${it}.search, ${me}.search) DESC, ${it}.id`,
      },
    ),
    mergedOrders: many(
      () => Order,
      '并入的点单 — Orders that go on within this one, as far as the viewer may see them.',
      {
        ...{ of, limit: 200 },
        on: (me, it) => `${it}.master_id = ${me}.id`,
        order: (it) => `${it}.id`,
      },
    ),
    master: one(() => Order, '主单 — The order within which this one goes on.', { by: 'masterId', nullable }),
  },
});

export const orderById = byKey(Order);
