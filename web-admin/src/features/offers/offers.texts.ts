import type { BookingState, ResourceOfferState, ResourceOfferStatus } from './gql/graphql.ts';

export const OFFER_STATES: Readonly<Record<ResourceOfferState, string>> = {
  OFFERED: '待核实',
  AVAILABLE: '可预约',
  PAUSED: '已暂停',
  WITHDRAWN: '已撤回',
};

export const OFFER_STATUS: Readonly<Record<ResourceOfferStatus, string>> = {
  OFFERED: '待核实',
  AVAILABLE: '空闲',
  RESERVED: '已有预约',
  IN_USE: '使用中',
  PAUSED: '已暂停',
  WITHDRAWN: '已撤回',
};

export const BOOKING_STATES: Readonly<Record<BookingState, string>> = {
  RESERVED: '已预约',
  IN_USE: '使用中',
  RETURNED: '已归还',
  DECLINED: '已谢绝',
  CANCELLED: '已取消',
};

export const WEEKDAYS = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const;

/** Words of what units offer, and of who has it when. */
export const OFFERS = {
  title: '资源清单',
  filters: '筛选资源',
  search: '资源名称或说明',
  empty: '没有符合条件的资源',
  missing: '没有这项资源，或者您当前的身份看不到它。',
  create: '登记资源',
  kind: '资源类型',
  freeFrom: '空闲从',
  freeTo: '空闲到',
  time: '日期和时间',
  facts: '资源情况',
  unit: '提供单位',
  about: '说明',
  conditions: '使用条件',
  amount: '数量',
  parts: '可预约份数',
  whole: '整体预约：一次预约占用全部',
  partsOf: (parts: number, used: number) => `${String(parts)}份，目前使用中${String(used)}份`,
  category: '服务类别',
  place: '服务范围',
  hours: '开放时间',
  always: '随时开放',
  everyDay: '每天',
  fromDayToDay: (from: string, to: string) => `${from}至${to}`,
  contact: '联系人',
  kept: '履约情况',
  keptOf: (kept: number, ended: number) => `${String(ended)}次预约，履约${String(kept)}次`,
  noRecord: '还没有履约记录',
  verified: '核实时间',
  sentBack: '退回补正时间',
  created: '登记时间',
  timeline: '办理过程',
  calendar: '预约日历',
  week: (from: string, to: string) => `${from}至${to}`,
  earlier: '上一周',
  later: '下一周',
  closed: '不开放',
  past: '已过去',
  full: '已约满',
  book: '预约',
  bookOther: '预约其他时间',
  freeOf: (from: string, to: string) => `空闲 ${from}–${to}`,
  freeParts: (free: number) => `（还可约${String(free)}份）`,
  bookAbout: (title: string, day: string, from: string, to: string) => `${title}，${day} ${from}–${to}空闲`,
  bookThis: (day: string, from: string, to: string) => `预约${day}${from}至${to}`,
  heldOf: (from: string, to: string) => `${from}–${to}`,
  someone: '已有预约',
  partsHeld: (parts: number) => `${String(parts)}份`,
} as const;

/** Words of bookings. */
export const BOOKINGS = {
  title: '资源预约',
  filters: '筛选预约',
  empty: '没有符合条件的预约',
  missing: '没有这次预约，或者您当前的身份看不到它。',
  view: '谁的预约',
  booked: '我们预约的',
  given: '预约我们资源的',
  one: (title: string) => `预约：${title}`,
  resource: '资源',
  facts: '预约情况',
  from: '开始时间',
  to: '归还时间',
  parts: '份数',
  purpose: '用途',
  booker: '预约方',
  giver: '提供单位',
  givenBy: (unit: string) => `提供单位：${unit}`,
  bookedBy: (who: string) => `预约方：${who}`,
  declineUntil: '可谢绝期限',
  created: '预约时间',
  returned: '归还于',
} as const;
