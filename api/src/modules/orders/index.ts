export { orderCase, orderVerb } from './order.case.ts';
export { openOrder, type Asked as OrderAsked } from './order.opening.ts';
export { orderFilter } from './order.filter.ts';
export { orderSight } from './order.policy.ts';
export { Light } from './order.enums.ts';
export { orderProcess, type OrderAction, type OrderRelation, type OrderState } from './order.process.ts';
export { type OrderRow } from './order.row.ts';
export { Order } from './order.shape.ts';
export { belongsTo as orderBelongsTo, ordersToCarry, type OrderToCarry } from './order.carry.ts';
