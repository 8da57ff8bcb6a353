import type { OrderChannel, OrderSort, OrderState, OrderUrgency } from './gql/graphql.ts';

export const LEDGER = {
  title: '台账',
  about: (count: number) => `共${String(count)}件`,
  export: '导出 Excel',
  exportTooMany: '超过5万件，请缩小筛选范围后再导出',
  columns: '显示的列',
  usualColumns: '恢复默认',
  filters: '筛选台账',
  narrow: '筛选与排序',
  narrowed: '筛选与排序（已筛选）',
  search: '点单号、标题或内容',
  states: '状态',
  street: '镇街',
  community: '社区（村）',
  category: '服务类别',
  unit: '承办单位',
  light: '灯色',
  urgency: '办理时限',
  from: '提交日期起',
  to: '提交日期止',
  sort: '排序',
  clear: '清除筛选',
  typeName: '输入单位名称或拼音首字母',
  nothing: '没有符合条件的点单',
  nothingAbout: '可以放宽筛选条件，或清除筛选。',
  reading: '正在读取更多……',
  readAll: (count: number) => `已显示全部${String(count)}件`,
  readSome: (shown: number, count: number) => `已读取${String(shown)}件，共${String(count)}件，向下滚动继续`,
  closed: '（不对本单位公开）',
  draft: '（草稿）',
} as const;

/** Heads of the columns. */
export const HEADS = {
  number: '点单号',
  title: '标题',
  state: '状态',
  light: '灯色',
  category: '服务类别',
  street: '镇街',
  community: '社区（村）',
  estate: '小区',
  unit: '承办单位',
  submitted: '提交时间',
  due: '应办时间',
  urgency: '办理时限',
  channel: '来源',
  content: '内容',
  result: '办理结果',
  serial: '销号编号',
  cleared: '销号时间',
} as const;

export const STATES: Readonly<Record<OrderState, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '待审单',
  NEED_INFO: '待补充',
  OPEN: '待领单',
  CLAIMED: '已领单',
  IN_PROGRESS: '办理中',
  RELEASE_PENDING: '退单待审',
  SUSPEND_PENDING: '挂账待审',
  SUSPENDED: '挂账中',
  DONE_PENDING_CHECK: '待核查',
  AWAITING_RATING: '待评价',
  DISPUTED: '有争议',
  CLEARED: '已销号',
  REJECTED: '不予受理',
  MERGED: '已并单',
  REFERRED: '已转办',
  WITHDRAWN: '已撤回',
};

export const URGENCIES: Readonly<Record<OrderUrgency, string>> = { NORMAL: '一般', URGENT: '紧急', COMPLEX: '复杂' };

export const CHANNELS: Readonly<Record<OrderChannel, string>> = {
  ONLINE: '网上点单',
  HALL: '大厅代办',
  GRID_VISIT: '网格走访',
  PHONE: '电话',
  MEETING: '议事会',
};

export const SORTS: Readonly<Record<OrderSort, string>> = {
  NEWEST: '最新在前',
  OLDEST: '最早在前',
  DUE_FIRST: '最急在前',
};
