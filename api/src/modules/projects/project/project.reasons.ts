import { defineReasons } from '../../../kernel/refusal.ts';

/** Every reason for which a project may be refused. */
export const projectReasons = defineReasons({
  PROJECT_DUE_PAST: '“完成期限”应晚于今天，请重新选择。',
  PROJECT_DUE_FAR: '“完成期限”最晚为两年以后，请重新选择。',
  PROJECT_NEED_UNKNOWN: '所选需求中有的不存在、尚未发布或已经结束，请从需求清单中重新选择。',
  PROJECT_NEED_ELSEWHERE: '所选需求不在本项目所属的镇街，请重新选择。',
  PROJECT_OFFER_UNKNOWN: '所选资源中有的不存在、尚未核实或已经撤回，请从资源清单中重新选择。',
  PROJECT_MILESTONE_TWICE: '已有同名的里程碑“{title}”，请换一个名称。',
  PROJECT_MILESTONE_UNKNOWN: '没有这个里程碑，或者它已经完成，请刷新后重新选择。',
  PROJECT_MILESTONE_LATE: '里程碑的时间不能晚于项目的完成期限{due}。',
  PROJECT_MILESTONE_AHEAD: '里程碑的完成日期不能晚于今天。',
  PROJECT_MILESTONES_REQUIRED: '请先为项目设置至少一个里程碑，再开始实施。',
  PROJECT_MILESTONES_OPEN: '还有未完成的里程碑：{titles}。请先逐项填报完成情况，再申请评估。',
  PROJECT_ALREADY_CLAIMED: '这个项目已由“{holder}”认领。您可以查看其他待认领的项目。',
  PROJECT_UNIT_SUSPENDED: '本单位已停用或不再是联盟成员，不能认领项目。',
  PROJECT_PAUSE_TOO_LONG: '暂停最长90天，最晚可到{latest}。',
  PROJECT_PAUSE_PAST: '“恢复日期”应晚于今天，请重新选择。',
  PROJECT_EXTEND_NOT_LATER: '新的完成期限应晚于原期限{due}。',
  PROJECT_PHOTO_REQUIRED: '请至少上传1张实施成果的照片。',
  PROJECT_CHECKER_INVOLVED: '评估人不能来自认领单位，请由其他工作人员评估。',
  PROJECT_RATER_INVOLVED: '您同时在认领单位任职，不能评议本单位实施的项目。',
  PROJECT_ALREADY_RATED: '您已经对这个项目作过评议。',
  PROJECT_VOICE_COUNT: '“满意人数”不能多于“征求意见人数”。',
});
