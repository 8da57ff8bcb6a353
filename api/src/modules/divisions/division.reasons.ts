import { defineReasons } from '../../kernel/refusal.ts';

export const reasons = defineReasons({
  DIVISION_UNKNOWN: '没有找到这个行政区划，请从列表中重新选择。',
  DIVISION_WRONG_LEVEL: '“{label}”下面不能设立{level}，请重新选择。',
  DIVISION_NAME_TAKEN: '“{label}”下面已经有“{name}”，请换一个名称。',
  DIVISION_FULL: '“{label}”下面的{level}已达999个，不能再增加。',
});
