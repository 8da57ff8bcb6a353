import type { Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from '../../platform/reads/parameters.ts';

/** What the viewer, or the street for the round, has done already: it gives no right, but some acts are not offered again. */
export interface OrderDealings {
  readonly followed: boolean;
  /** In this round, by the viewer. */
  readonly rated: boolean;
  readonly evaluated: boolean;
}

/** Is `orders o` among those that the viewer follows? Most orders have no followers and are not in the index. */
export const isFollowed = ({ personId }: Viewer, parameters: Parameters): string =>
  `(o.follower_ids <> '{}' AND o.follower_ids @> ARRAY[${parameters.add(personId, 'uuid')}])`;

/** The columns of the dealings, for a select from `orders o`. */
export function dealingsSelect(viewer: Viewer, parameters: Parameters): string {
  const rated = `EXISTS (SELECT 1 FROM order_rating r
    WHERE r.order_id = o.id AND r.round = o.round AND r.person_id = ${parameters.add(viewer.personId, 'uuid')})`;
  return `${isFollowed(viewer, parameters)} AS followed, ${rated} AS rated, o.evaluated_round = o.round AS evaluated`;
}
