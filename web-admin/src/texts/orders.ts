import type {
  OrderAudience,
  OrderChannel,
  OrderClosing,
  OrderGrade,
  OrderNeedKind,
  OrderShareState,
  OrderUrgency,
  FilePurpose,
} from '../parts/gql/graphql.ts';

/** Words for an order, wherever one is shown. */
export const ORDER = {
  order: '点单',
  untitled: '（内容不对本单位公开）',
  result: '办理结果',
  plan: '计划时间',
  serial: '销号编号',
  category: '服务类别',
  needKind: '需求类型',
  urgency: '办理时限',
  place: '地点',
  estate: '小区',
  channel: '来源',
  onBehalf: (channel: string) => `${channel}（代为点单）`,
  wish: '期望时间',
  submitted: '提交时间',
  due: '应办时间',
  dueShort: '应办',
  entered: '进入本状态',
  unit: '承办单位',
  question: '审单提问',
  extendTo: '申请延期至',
  suspendedUntil: '挂账至',
  closing: '销号方式',
  cleared: '销号时间',
  released: '退单次数',
  reworked: '返工次数',
  round: '轮次',
  unclaimed: '无人领单',
  proposed: '已提请联席会议',
  consent: '居民意愿',
  publishYes: '同意公开',
  publishNo: '不同意公开',
  contactYes: '同意承办单位联系',
  contactNo: '不同意承办单位联系',
  audience: '发单范围',
  name: '姓名',
  phone: '电话',
  door: '门牌',
  reveal: '查看完整联系方式',
  revealAbout: '查看会留下记录：谁、什么时候、为了什么。',
  purpose: '查看目的',
  purposeHelp: '2至100字，例如：上门前电话约时间',
  purposeShort: '请写明查看目的，至少2个字。',
  revealed: '以下内容关闭后不再显示。',
  photo: (purpose: string, n: number) => `${purpose}照片${String(n)}`,
  enlarge: (what: string) => `放大${what}`,
  previous: '上一张',
  next: '下一张',
} as const;

export const URGENCIES: Readonly<Record<OrderUrgency, string>> = { NORMAL: '一般', URGENT: '紧急', COMPLEX: '复杂' };

export const NEED_KINDS: Readonly<Record<OrderNeedKind, string>> = {
  SERVICE: '上门服务',
  REPAIR: '维修改造',
  GOODS: '物资支持',
  COORDINATION: '协调解决',
  ADVICE: '咨询解答',
};

export const AUDIENCES: Readonly<Record<OrderAudience, string>> = {
  ALL: '全体联盟单位',
  CAPABLE: '具备该项服务能力的单位',
  CHOSEN: '指定单位',
};

export const CHANNELS: Readonly<Record<OrderChannel, string>> = {
  ONLINE: '网上点单',
  HALL: '大厅代办',
  GRID_VISIT: '网格走访',
  PHONE: '电话',
  MEETING: '议事会',
};

export const CLOSINGS: Readonly<Record<OrderClosing, string>> = {
  RATED: '群众已评价',
  UNRATED: '未评价',
  DISPUTE_CLOSED: '争议结案',
};

export const GRADES: Readonly<Record<OrderGrade, string>> = {
  EXCELLENT: '优秀',
  GOOD: '良好',
  FAIR: '一般',
  POOR: '较差',
};

export const SHARE_STATES: Readonly<Record<OrderShareState, string>> = {
  INVITED: '待确认',
  ACCEPTED: '已加入',
  DECLINED: '不参加',
  ENDED: '已结束',
};

export const PURPOSES: Readonly<Record<FilePurpose, string>> = {
  BEFORE: '办理前',
  AFTER: '办理后',
  CHECK: '核查',
  EVIDENCE: '佐证',
};
