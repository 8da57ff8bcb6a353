import { defineReasons } from '../../kernel/refusal.ts';

export const reasons = defineReasons({
  ALLIANCE_UNKNOWN: '没有找到这个红色联盟，请从列表中重新选择。',
  ALLIANCE_EXISTS: '“{label}”已经组建了红色联盟。',
  ALLIANCE_WRONG_LEVEL: '红色联盟只在镇街或社区组建，请重新选择。',
  ALLIANCE_NOT_YOURS: '“{name}”不在您任职的镇街，不能办理“{action}”。',
});
