import type { Predicate } from '../../kernel/predicate.ts';
import type { Role, Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from '../../platform/reads/parameters.ts';
import { predicateSql, type Wording } from '../../platform/reads/predicate-sql.ts';
import { orderVisible } from './order.policy.ts';

/** How conditions over an order are written for `orders o`. */
export const orderWording: Wording = {
  alias: 'o',
  links: {
    eligible: (o, parameters, viewer) =>
      `EXISTS (SELECT 1 FROM order_audience a WHERE a.order_id = ${o}.id AND a.unit_id = ${unit(viewer, parameters)})`,
    share: (o, parameters, viewer) =>
      `(SELECT s.state FROM order_share s WHERE s.order_id = ${o}.id AND s.unit_id = ${unit(viewer, parameters)})`,
    merged: (o, parameters, viewer) =>
      `EXISTS (SELECT 1 FROM orders m WHERE m.master_id = ${o}.id AND ${mine(viewer, parameters.add(viewer.personId, 'uuid'))})`,
  },
};

/** Residents speak for what they ordered, officials for what they took down. */
const mine = (viewer: Viewer, me: string) =>
  viewer.post?.role === 'RESIDENT' ? `m.orderer_id = ${me}` : `m.on_behalf AND m.enterer_id = ${me}`;

/** Roles for which something merged into an order can matter. */
export const MERGERS: readonly Role[] = ['RESIDENT', 'COMMUNITY_WORKER', 'GRID_WORKER'];

const unit = (viewer: Viewer, parameters: Parameters) => parameters.add(viewer.post?.scope ?? null, 'uuid');

/** A condition of the policy as SQL for this viewer. */
export const orderSql = (predicate: Predicate, viewer: Viewer, parameters: Parameters): string =>
  predicateSql(predicate, viewer, orderWording, parameters);

/** Which orders the viewer may know of. */
export const visibleOrders = (viewer: Viewer, parameters: Parameters): string =>
  orderSql(orderVisible, viewer, parameters);
