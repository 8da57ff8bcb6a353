import { defineChoice, type KeyOf } from '../../kernel/choice.ts';
import { enumOf } from '../../platform/graphql/enum.ts';

const TOTAL = ['合计', 'One row for all.'] as const;
const STATE = ['状态', 'By the state in which they stand now.'] as const;
const STREET = ['镇街', 'By street or town, also those that have none.'] as const;
const COMMUNITY = ['社区', 'By community or village.'] as const;
const UNIT = ['单位', 'By the unit that has them; those without a unit are left out.'] as const;
const MONTH = ['月', 'By calendar month in Asia/Shanghai.'] as const;
const WEEK = ['周', 'By week from Monday in Asia/Shanghai.'] as const;

export const ORDER_GROUPING = defineChoice('OrderGrouping', '点单统计维度 — How figures of orders are split.', {
  ...{ TOTAL, STATE, STREET, COMMUNITY, UNIT, MONTH, WEEK },
  CATEGORY: ['服务类别', 'By the category of the request.'],
});
export type OrderGrouping = KeyOf<typeof ORDER_GROUPING>;

export const RESOLUTION_GROUPING = defineChoice(
  'ResolutionGrouping',
  '议定事项统计维度 — How figures of resolutions are split.',
  { TOTAL, STATE, STREET, COMMUNITY, UNIT, MONTH, WEEK },
);

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const OrderGroupingEnum = enumOf(ORDER_GROUPING);
export const ResolutionGroupingEnum = enumOf(RESOLUTION_GROUPING);
