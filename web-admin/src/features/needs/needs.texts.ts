import type { NeedOwner, NeedPrivacy, NeedSort, NeedSource, NeedState, NeedUrgency } from './gql/graphql.ts';

export const NEED_STATES: Readonly<Record<NeedState, string>> = {
  COLLECTED: '待审核',
  PUBLISHED: '待对接',
  MATCHED: '已对接',
  UNMET: '暂未满足',
  FULFILLED: '已满足',
  WITHDRAWN: '已撤回',
};
export const NEED_URGENCIES: Readonly<Record<NeedUrgency, string>> = {
  URGENT: '紧急',
  SOON: '较急',
  NORMAL: '一般',
};
export const NEED_OWNERS: Readonly<Record<NeedOwner, string>> = {
  RESIDENTS: '居民群众',
  COMMUNITY: '社区（街道）',
  UNIT: '驻区单位',
};
export const NEED_SOURCES: Readonly<Record<NeedSource, string>> = {
  HOME_VISIT: '民情走访',
  FORM: '需求征集表',
  DELIBERATION: '民情议事会',
  ORDERS: '群众点单',
};
export const NEED_PRIVACIES: Readonly<Record<NeedPrivacy, string>> = {
  PUBLIC: '向社会公开',
  ALLIANCE: '联盟内公开',
  INSIDERS: '仅工作人员',
};
export const NEED_SORTS: Readonly<Record<NeedSort, string>> = { NEWEST: '最新在前', DUE_FIRST: '最急在前' };

/** Words of needs, and of what answers them. */
export const NEEDS = {
  title: '需求清单',
  filters: '筛选需求',
  search: '需求标题或说明',
  empty: '没有符合条件的需求',
  missing: '没有这项需求，或者您当前的身份看不到它。',
  create: '登记需求',
  kind: '需求类型',
  urgency: '紧迫程度',
  urgencyOf: (urgency: string) => `紧迫程度：${urgency}`,
  sort: '排序',
  facts: '需求情况',
  owner: '需求主体',
  source: '需求来源',
  category: '服务类别',
  place: '所在地',
  amount: '数量',
  wanted: '需求时间',
  anyTime: '没有限定时间',
  privacy: '公开范围',
  giver: '对接单位',
  given: (unit: string) => `对接单位：${unit}`,
  result: '满足情况',
  created: '登记时间',
  published: '发布时间',
  sentBack: '退回补正时间',
  fulfilled: '满足时间',
  matches: '推荐资源',
  matchesAbout: '按资源类型、服务类别、地域、时间和以往履约打分，满分100分，分高的在前。',
  noMatches: '目前没有可以对接的资源。可以换个时间再看，或者由镇街登记为暂未满足。',
  score: (score: number) => `匹配度${String(score)}分`,
  points: (points: number) => `${String(points)}分`,
  speaksFor: '相符：',
  speaksAgainst: '不符：',
  from: (unit: string) => `提供单位：${unit}`,
  conditions: '使用条件：',
  take: '对接这项资源',
  takeNamed: (title: string, unit: string) => `对接这项资源：${title}（${unit}）`,
  takeAbout: (title: string, unit: string) => `${title}（${unit}）。不填时间时，按需求的时间预约。`,
  accepted: '对接记录',
  ended: '已不再对接',
  booking: '预约',
  order: '点单',
  project: '由共建项目承接',
  timeline: '办理过程',
} as const;
