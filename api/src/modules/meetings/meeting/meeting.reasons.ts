import { defineReasons } from '../../../kernel/refusal.ts';

export const meetingReasons = defineReasons({
  MEETING_ALLIANCE_UNKNOWN: '没有找到这个红色联盟，请从列表中重新选择。',
  MEETING_NOT_YOURS: '“{name}”的联席会议由其所在镇街或社区召集，您不能召集。请选择您任职的镇街或社区的联盟。',
  MEETING_TOO_SOON:
    '定期会议须提前3个工作日通知，开始时间最早可选{earliest}。如确需更早召开，请把“会议类别”改为“专题会议”。',
  MEETING_PAST: '“开始时间”已经过去，请重新选择。',
  MEETING_TOO_FAR: '“开始时间”最远可选一年以内，请重新选择。',
  MEETING_ENDS_FIRST: '“结束时间”应晚于开始时间，且在12小时以内，请重新选择。',
});
