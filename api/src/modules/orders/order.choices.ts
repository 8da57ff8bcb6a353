import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const orderUrgency = defineChoice(
  'OrderUrgency',
  '办理时限类别 — How long the unit has, unless the category or the reviewer says otherwise.',
  {
    NORMAL: ['一般', 'Seven working days.'],
    URGENT: ['紧急', 'Twenty-four hours.'],
    COMPLEX: ['复杂', 'Fifteen working days.'],
  },
);
export type OrderUrgency = KeyOf<typeof orderUrgency>;

export const orderNeedKind = defineChoice('OrderNeedKind', '需求类型 — What the resident needs.', {
  SERVICE: ['上门服务', 'Somebody comes and does something.'],
  REPAIR: ['维修改造', 'Something is mended or altered.'],
  GOODS: ['物资支持', 'Goods or the use of something.'],
  COORDINATION: ['协调解决', 'Several sides must agree.'],
  ADVICE: ['咨询解答', 'Information or advice.'],
});
export type OrderNeedKind = KeyOf<typeof orderNeedKind>;

export const orderAudience = defineChoice('OrderAudience', '发单范围 — To which units an approved order is offered.', {
  ALL: ['全体联盟单位', 'Every member unit of the alliances of the street and of the community.'],
  CAPABLE: ['具备该项服务能力的单位', 'Member units that offer the category.'],
  CHOSEN: ['指定单位', 'The member units that the reviewer chose.'],
});
export type OrderAudience = KeyOf<typeof orderAudience>;

export const orderChannel = defineChoice('OrderChannel', '点单渠道 — How the request came.', {
  ONLINE: ['网上点单', 'By the resident, on a phone or computer.'],
  HALL: ['大厅代办', 'At the desk of the community.'],
  GRID_VISIT: ['网格走访', 'Taken down by the grid worker.'],
  PHONE: ['电话', 'By telephone.'],
  MEETING: ['议事会', 'Raised at a residents’ meeting.'],
});

export const orderRejection = defineChoice('OrderRejection', '不予受理原因 — Why the street does not take the order.', {
  NOT_OURS: ['不属于联盟服务范围', 'A statutory duty or a case for another body.'],
  NOT_LAWFUL: ['不符合法律法规或政策', 'What is asked is not lawful.'],
  REPEATED: ['重复提出', 'The same was decided before.'],
  NOT_REAL: ['情况不属实', 'What was described does not exist.'],
  PRIVATE: ['应由当事人自行解决', 'A private matter.'],
});

export const orderReferral = defineChoice('OrderReferral', '转办去向 — Where a referred order goes.', {
  WHISTLE: ['镇街吹哨', 'To the departments of the district.'],
  LEDGER: ['问题整改台账', 'To the ledger of problems.'],
  HOTLINE: ['12345热线', 'To the hotline of the city.'],
});

export const orderClosing = defineChoice('OrderClosing', '销号方式 — How an order was closed off.', {
  RATED: ['群众已评价', 'The resident was satisfied.'],
  UNRATED: ['未评价', 'The window for rating passed without an answer; never counted as satisfied.'],
  DISPUTE_CLOSED: ['争议结案', 'Closed by the street with a public explanation.'],
});

export const orderShareState = defineChoice('OrderShareState', '协办状态 — Whether an invited unit takes part.', {
  INVITED: ['待确认', 'Asked by the leading unit.'],
  ACCEPTED: ['已加入', 'Takes its part.'],
  DECLINED: ['不参加', 'Does not take part.'],
  ENDED: ['已结束', 'The claim ended before or after it had answered.'],
});

export const orderGrade = defineChoice(
  'OrderGrade',
  '评单等次 — The verdict of the street on how an order was fulfilled.',
  {
    EXCELLENT: ['优秀', 'Better than promised.'],
    GOOD: ['良好', 'As promised.'],
    FAIR: ['一般', 'Fulfilled with defects.'],
    POOR: ['较差', 'Not as promised.'],
  },
);
