import { defineReasons } from '../../../kernel/refusal.ts';

/** Into how many parts a year can be cut so that every part has whole months. */
export const PER_YEAR: readonly number[] = [1, 2, 4, 6, 12];

export const cadenceReasons = defineReasons({
  CADENCE_ALLIANCE_UNKNOWN: '没有找到这个红色联盟，请从列表中重新选择。',
  CADENCE_NOT_YOURS: '“{name}”不在您任职的镇街，不能设定其例会节奏。',
  CADENCE_UNEVEN: '“每年次数”可填1、2、4、6或12，使各期月数相等。',
});
