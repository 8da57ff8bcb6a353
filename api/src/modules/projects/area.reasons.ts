import { defineReasons } from '../../kernel/refusal.ts';

export const areaReasons = defineReasons({
  AREA_UNKNOWN: '没有这个镇街或社区（村），请从列表中重新选择。',
  AREA_OUTSIDE: '您只能在自己任职的镇街、社区，或本单位加入的红色联盟范围内登记，请重新选择。',
});
