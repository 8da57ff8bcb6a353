import { defineReasons } from '../../kernel/refusal.ts';

export const reasons = defineReasons({
  UNIT_UNKNOWN: '没有找到这个单位，请从列表中重新选择。',
  UNIT_NAME_TAKEN: '已有单位使用“{name}”这个名称，请核对是否重复登记。',
  UNIT_DIVISION_UNKNOWN: '没有找到代码为{code}的行政区划，请从列表中重新选择。',
  UNIT_ALREADY_SUSPENDED: '“{name}”已经停用。',
  UNIT_NOT_SUSPENDED: '“{name}”没有停用，不需要恢复。',
  CATEGORY_UNKNOWN: '没有找到代码为{code}的服务类别，或它已停用，请从列表中重新选择。',
  CATEGORY_CODE_TAKEN: '服务类别代码“{code}”已被使用，请换一个。',
  CATEGORY_NAME_TAKEN: '已有服务类别叫“{name}”，请换一个名称。',
  CATEGORY_NO_SUCH_LIMIT: '“{action}”不是有时限的办理环节，请核对。',
});
