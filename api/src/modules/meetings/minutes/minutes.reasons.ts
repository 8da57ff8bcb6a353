import { defineReasons } from '../../../kernel/refusal.ts';

/** Every reason for saying no to what is done with minutes. */
export const minutesReasons = defineReasons({
  MINUTES_VERSION_UNKNOWN: '没有找到“{label}”第{n}稿，请刷新后重新选择。',
  MINUTES_SECTION_UNKNOWN: '“章节”里有本次纪要没有的部分，请刷新后从列表中重新选择。',
  MINUTES_TEXTS_UNMATCHED: '“章节”有{sections}项，“正文”有{texts}项，请为每一章节各填一段正文。',
  MINUTES_BRANCH_CLOSED: '第{n}稿不是待合并的稿子，请刷新后从待合并的稿子中重新选择。',
  MINUTES_BRANCH_OPEN: '{by}保存的第{n}稿还没有合并，请先在最新的第{head}稿上合并后再送会签。',
  MINUTES_NONE: '还没有纪要稿，请先保存纪要再送会签。',
  MINUTES_SENT_BEFORE: '第{n}稿已经送过会签，请先保存修改后的新稿再送。',
  MINUTES_PUBLIC_UNKNOWN: '“公开部分”里有本次纪要没有的部分，请刷新后从列表中重新选择。',
  MINUTES_RESOLUTION_INCOMPLETE: '议定事项“{text}”缺少{missing}，纪要不能{action}。请先补充完整。',
  MINUTES_SIGNED_BEFORE: '贵单位已经对第{n}稿签过意见，不能再签。',
  MINUTES_NO_OBJECTION: '所选单位对第{n}稿没有提出异议，请从列表中重新选择。',
  MINUTES_SETTLED_BEFORE: '所选单位的异议已经处理过，请刷新后查看。',
  MEETING_NO_SIGN_IN: '只有已通知、尚未散会的会议可以签到，请在会前打开签到码。',
  MINUTES_NOT_READY: '这次会议还没有纪要，会后起草了纪要再下载。',
});
