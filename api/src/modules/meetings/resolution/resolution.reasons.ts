import { defineReasons } from '../../../kernel/refusal.ts';

/** Why something cannot be done with a resolution. */
export const resolutionReasons = defineReasons({
  RESOLUTION_MEETING_UNKNOWN: '没有找到这次会议，或您不是会议的记录人、召集人。请从会议页面进入。',
  RESOLUTION_MEETING_CLOSED: '会议尚未开始，或纪要已送会签，不能再改动议定事项。如需改动，请召集人先退回修改纪要。',
  RESOLUTION_TOPIC_NOT_RESOLVED: '“所属议题”应是本次会议上审议结果为“议定”的议题，请先记录审议结果。',
  RESOLUTION_UNIT_NOT_MEMBER: '“{name}”不是本联盟的成员单位，请从成员单位中选择{field}。',
  RESOLUTION_LEAD_TWICE: '牵头单位不能同时是配合单位，请重新选择。',
  RESOLUTION_DUE_PAST: '“完成时限”应晚于今天，请重新选择。',
  RESOLUTION_INCOMPLETE: '第{ordinal}项议定事项缺少{missing}，不能交办。请先补充完整。',
  RESOLUTION_CONFIRMED: '镇街已对这一事项的异议作出裁定，不能再次提出异议。',
  RESOLUTION_SAME_UNIT: '新的牵头单位与原牵头单位相同，请重新选择；如维持原安排，请办理“维持交办”。',
  RESOLUTION_BACKWARDS: '已报送进度为{percent}%，“完成比例”不能倒退。',
  RESOLUTION_EXTEND_PENDING: '已有一项延期申请等待审批，请等待结果。',
  RESOLUTION_EXTEND_NOT_LATER: '新的完成时限应晚于原时限{due}，请重新选择。',
  RESOLUTION_NO_EXTENSION: '目前没有等待审批的延期申请。',
  RESOLUTION_EVIDENCE_REQUIRED: '请至少上传一张办理结果照片，或填写“文字佐证”。',
  RESOLUTION_WORK_OPEN: '由本事项转出的{work}尚未办结，不能报送完成。请先办结，或等待其办结。',
  RESOLUTION_WORK_THERE: '本事项已经转出{work}，不能重复转出。',
  RESOLUTION_CHECKER_INVOLVED: '核查人不能来自牵头单位或配合单位，请由其他人员核查。',
  RESOLUTION_HOW_CLEARED: '请选择宣读本事项的会议，或填写书面通报的情况，二者选其一。',
  RESOLUTION_READ_OUT_EARLIER: '宣读的会议应是本联盟在核查通过之后召开的另一次会议，请重新选择。',
  RESOLUTION_SUPERSEDED_BY: '替代的议定事项应是本联盟之后议定的另一事项，请重新选择。',
});
