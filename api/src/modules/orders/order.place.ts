import { actsAs, type Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { findDivision, placesOf } from '../divisions/index.ts';
import { orderReasons } from './order.reasons.ts';

export interface OrderPlace {
  readonly districtCode: string;
  readonly streetCode: string;
  readonly communityCode: string;
  readonly gridCode: string | null;
}

const PLACES = ['community', 'village', 'grid'];
const path = ['input', 'place'];

/** The community or village, and the grid if one was named, where an order belongs. Refuses places that do not exist. */
export async function orderPlace(code: string, transaction: Transaction): Promise<OrderPlace> {
  const division = await findDivision(transaction, code);
  if (!division || !PLACES.includes(division.level.toLowerCase()))
    return orderReasons.refuse('ORDER_PLACE_UNKNOWN', { path });
  const { district, street, community, grid } = placesOf(division.code);
  return { districtCode: district!, streetCode: street!, communityCode: community!, gridCode: grid };
}

/** Officials take orders down only where they work; residents may order for any place, say for their parents. */
export function refuseOutside(place: OrderPlace, viewer: Viewer): void {
  const inside =
    actsAs(viewer, 'RESIDENT') ||
    actsAs(viewer, 'COMMUNITY_WORKER', place.communityCode) ||
    (actsAs(viewer, 'GRID_WORKER') &&
      (place.gridCode === null
        ? viewer.post!.scope.startsWith(place.communityCode)
        : place.gridCode === viewer.post!.scope));
  if (!inside) orderReasons.refuse('ORDER_PLACE_OUTSIDE', { path });
}
