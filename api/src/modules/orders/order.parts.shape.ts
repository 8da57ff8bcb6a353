import { choice, flag, instant, int, text } from '../../platform/reads/fields/column.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { defineShape } from '../../platform/reads/shape.ts';
import { Unit } from '../units/index.ts';
import { OrderGradeEnum, OrderShareStateEnum } from './order.enums.ts';

const nullable = true;

export const OrderShare = defineShape('OrderShare', {
  about: '协办 — A unit that takes part in a joint claim.',
  table: 'order_share',
  fields: {
    part: text('分工 — What the unit does.'),
    state: choice(OrderShareStateEnum, '协办状态 — What the unit answered.'),
    invitedAt: instant('邀请时间 — When it was asked.'),
    answeredAt: instant('答复时间 — When it answered.', { nullable }),
    unit: one(() => Unit, '单位 — The unit that was asked.', { by: 'unitId', nullable }),
  },
});

export const OrderRating = defineShape('OrderRating', {
  about: '群众评价 — The word of a resident on how the order was fulfilled.',
  table: 'order_rating',
  fields: {
    round: int('轮次 — Round of the order that was rated.'),
    satisfied: flag('是否满意 — A missing answer is never counted as satisfied.'),
    relayed: flag('代为转达 — Passed on by whoever took the order down; the resident’s own word replaces it.'),
    score: int('评分 — 1 to 5.', { nullable }),
    text: text('评语 — In the resident’s words.', { nullable }),
    at: instant('时间 — When it was given.'),
  },
});

export const OrderEvaluation = defineShape('OrderEvaluation', {
  about: '评单 — The verdict of the street.',
  table: 'order_evaluation',
  fields: {
    round: int('轮次 — Round of the order.'),
    grade: choice(OrderGradeEnum, '等次 — The grade.'),
    text: text('评语 — Why.'),
    at: instant('时间 — When it was given.'),
  },
});

export const OrderOffer = defineShape('OrderOffer', {
  about: '发单记录 — A unit to which the order was offered, and when it got it.',
  table: 'order_audience',
  fields: {
    offeredAt: instant('发单时间 — When it was offered.'),
    deliveredAt: instant('送达时间 — When the unit was told or looked; null while it was not reached.', { nullable }),
    unit: one(() => Unit, '单位 — The unit to which it was offered.', { by: 'unitId', nullable }),
  },
});

export const OrderPartner = defineShape('OrderPartner', {
  about: '可邀协办单位 — Another unit to which the order was offered.',
  table: 'order_audience',
  fields: {
    unit: one(() => Unit, '单位 — The unit.', { by: 'unitId', nullable }),
  },
});
