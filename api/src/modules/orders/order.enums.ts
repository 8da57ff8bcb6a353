import { enumOf } from '../../platform/graphql/enum.ts';
import * as choices from './order.choices.ts';
import { orderBucket } from './order.buckets.ts';
import { orderProcess } from './order.process.ts';
import { orderNoticeKind, orderSort } from './order.lists.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const OrderState = enumOf({
  name: 'OrderState',
  about: '点单状态 — States of the order process.',
  values: orderProcess.states,
});
export const OrderUrgencyEnum = enumOf(choices.orderUrgency);
export const OrderNeedKindEnum = enumOf(choices.orderNeedKind);
export const OrderAudienceEnum = enumOf(choices.orderAudience);
export const OrderChannelEnum = enumOf(choices.orderChannel);
export const OrderClosingEnum = enumOf(choices.orderClosing);
export const OrderShareStateEnum = enumOf(choices.orderShareState);
export const OrderGradeEnum = enumOf(choices.orderGrade);
export const OrderBucketEnum = enumOf(orderBucket);
export const OrderSortEnum = enumOf(orderSort);
export const OrderNoticeKindEnum = enumOf(orderNoticeKind);
export { Light } from '../../platform/process/light.enum.ts';
