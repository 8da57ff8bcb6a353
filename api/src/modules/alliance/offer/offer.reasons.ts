import { defineReasons } from '../../../kernel/refusal.ts';

export const offerReasons = defineReasons({
  OFFER_PLACE_UNKNOWN: '资源的服务范围应为镇街或社区（村），请从列表中重新选择。',
  OFFER_NOT_MEMBER: '贵单位还不是“{place}”红色联盟的成员单位，请先签订共驻共建协议，再登记资源。',
  OFFER_UNIT_SUSPENDED: '贵单位已停用，不能登记新的资源。',
  OFFER_CATEGORY_UNKNOWN: '没有这个服务类别，或该类别已停用，请从列表中重新选择。',
  OFFER_SAME_KIND: '资源类型、数量和预约方式都没有变化。其他内容请用“修改”办理。',
  OFFER_HOURS_INCOMPLETE: '请同时填写星期、开放时间和关闭时间；不限时间的，三项都不填。',
  OFFER_HOURS_ORDER: '关闭时间应晚于开放时间。',
  OFFER_HOURS_OVERLAP: '这段开放时间与已有的开放时间重叠：{hours}。请先清除原来的开放时间，再重新登记。',
  OFFER_HOURS_TIME: '“{label}”应为24小时制的时间，例如09:00。',
  OFFER_HAS_BOOKINGS: '这项资源还有{count}个预约没有结束，最近的一个是{first}。请先办完、谢绝或请预约方取消。',
  OFFER_PARTS_BOOKED: '已有预约占用到第{most}份，数量不能少于{most}。请等这些预约结束后再减少。',
});
