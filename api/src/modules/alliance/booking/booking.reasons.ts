import { defineReasons } from '../../../kernel/refusal.ts';

export const bookingReasons = defineReasons({
  BOOKING_OFFER_UNKNOWN: '没有找到这项资源，它可能已撤回，或不对您所在的单位开放。',
  BOOKING_NOT_FOR_YOU: '这项资源只供本镇街或本社区红色联盟的成员单位和属地社区、镇街预约。',
  BOOKING_OFFER_CLOSED: '这项资源目前“{state}”，不能预约。',
  BOOKING_TAKEN: '这个时段剩余的份数不够（需要{wanted}份，还有{free}份），请另选时间。最近的可预约时间是{next}。',
  BOOKING_TAKEN_LONG: '这个时段剩余的份数不够（需要{wanted}份，还有{free}份），{days}天内也没有同样长的空闲时段，请缩短时间或减少份数。',
  BOOKING_NOT_OPEN: '这个时段不在开放时间内（开放时间：{hours}）。最近的可预约时间是{next}。',
  BOOKING_NOT_OPEN_LONG: '这个时段不在开放时间内（开放时间：{hours}），{days}天内也没有同样长的空闲时段，请缩短时间。',
  BOOKING_TIME_ORDER: '“归还时间”应晚于“开始时间”。',
  BOOKING_TIME_PAST: '“开始时间”应晚于现在。',
  BOOKING_TOO_LONG: '一次最多预约{days}天，请缩短时间。',
  BOOKING_TOO_EARLY: '最早可提前{days}天预约，请改选较近的时间。',
  BOOKING_TOO_MANY: '这项资源最多可同时预约{most}份，请减少份数。',
  BOOKING_DECLINE_LATE: '预约满2个工作日或已临近使用，不能再谢绝（应在{until}之前提出）。确有困难的，请与属地社区或镇街联系，由其取消。',
}); // prettier-ignore
