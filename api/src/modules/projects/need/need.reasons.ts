import { defineReasons } from '../../../kernel/refusal.ts';

/** Every reason for which a need may be refused. */
export const needReasons = defineReasons({
  NEED_CATEGORY_UNKNOWN: '没有这个服务类别，或该类别已停用，请从列表中重新选择。',
  NEED_TIME_HALF: '请同时填写“需求开始时间”和“需求结束时间”，或者都不填写。',
  NEED_TIME_ORDER: '“需求结束时间”应晚于“需求开始时间”，且最长30天。',
  NEED_TIME_PAST: '“需求结束时间”已过，请重新填写。',
  NEED_UNIT_REQUIRED: '单位只能登记本单位的需求，请把“需求主体”改为“驻区单位”。',
  NEED_NOT_A_UNIT: '“需求主体”为驻区单位的，由该单位联络员或负责人登记。',
  NEED_SENT_BACK: '这项需求已退回补正，请等待填报人修改后再审核。',
  NEED_OFFER_UNFIT: '这项资源现在不能对接这项需求：它可能已暂停，或者类型、服务范围不相符。请从推荐资源中重新选择。',
  NEED_MATCH_TIME: '预约资源时，请填写使用的开始时间和结束时间。',
  NEED_ORDER_BY_WORKER: '转为群众点单的，只能由属地社区干部对居民或社区的需求办理。',
  NEED_ALREADY_MATCHED: '这项需求已经对接到“{holder}”。',
  NEED_BOOKING_LIVE: '这项需求的预约仍然有效，请先取消预约，再重新对接。',
  NEED_BOOKING_UNUSED: '对接的资源还没有使用，或预约已被谢绝、取消。请在使用后再确认满足，或重新对接。',
  NEED_ORDER_OPEN: '对应的点单尚未办结并通过核查，请在点单办结后再确认满足。',
  NEED_ORDER_LIVE: '对应的点单仍在办理，请先撤回点单，或等待其办结。',
  NEED_OF_PROJECT: '这项需求由项目“{title}”承接，请在项目中办理。',
});
