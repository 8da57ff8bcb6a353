import { unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { Context, Loading } from '../../platform/graphql/context.ts';
import { isVisible, relationsOf, sightOf, type OrderLinks, type OrderSight } from './order.policy.ts';
import type { OrderRelation } from './order.process.ts';
import type { OrderRow } from './order.row.ts';

/** An order as this viewer may see it: words and contact are gone where the policy closes them. */
export interface OrderView extends Omit<
  OrderRow,
  'contactSealed' | 'title' | 'content' | 'estate' | 'result' | 'question' | 'search'
> {
  readonly title: string | null;
  readonly content: string | null;
  readonly estate: string | null;
  readonly result: string | null;
  readonly question: string | null;
  readonly links: OrderLinks;
  readonly relations: ReadonlySet<OrderRelation>;
  readonly sight: OrderSight;
}

const COLUMNS = [
  'id', 'number', 'state', 'heldState', 'version', 'round', 'enteredAt', 'yellowAt', 'dueAt', 'categoryCode', 'title', 'content',
  'estate', 'districtCode', 'streetCode', 'communityCode', 'gridCode', 'ordererId', 'entererId', 'onBehalf', 'channel', 'wishAt',
  'publishConsent', 'contactConsent', 'contactName', 'contactPhone', 'contactAddress', 'urgency', 'needKind', 'audience', 'finishLimit',
  'finishBy', 'reviewerId', 'question', 'appealed', 'masterId', 'referral', 'unitId', 'plannedStart', 'plannedFinish', 'result',
  'unclaimedAt', 'proposedAt', 'sharesOpen', 'releaseCount', 'extendCount', 'extendTo', 'reworkCount', 'suspendedUntil', 'supervisedAt',
  'serial', 'closing', 'evaluatedRound', 'createdAt', 'submittedAt', 'clearedAt',
] as const; // prettier-ignore

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = COLUMNS.map((name) => `o.${snake(name)} AS "${name}"`).join(', ');

type OrderFound = Omit<OrderRow, 'contactSealed' | 'search'> & OrderLinks;

/** Columns of an order with what the policy asks beyond the row. `$1` is the viewer's unit, `$2` the viewer as a resident. */
export const ORDER_SELECT = `SELECT ${columns},
  ($1::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM order_audience a WHERE a.order_id = o.id AND a.unit_id = $1)) AS eligible,
  CASE WHEN $1::uuid IS NOT NULL THEN (SELECT s.state FROM order_share s WHERE s.order_id = o.id AND s.unit_id = $1) END AS share,
  ($2::uuid IS NOT NULL AND EXISTS (SELECT 1 FROM orders m WHERE m.master_id = o.id AND m.orderer_id = $2)) AS merged
  FROM orders o`;

/** The two parameters that `ORDER_SELECT` takes. */
export function viewerParameters(viewer: Viewer): readonly [string | null, string | null] {
  return [unitOf(viewer), viewer.post?.role === 'RESIDENT' ? viewer.personId : null];
}

/** What the viewer may see of a row; null when the order does not exist for them. */
export function present(found: OrderFound, viewer: Viewer): OrderView | null {
  const { eligible, share, merged, ...row } = found;
  const links: OrderLinks = { eligible, share, merged };
  if (!isVisible(row, viewer, links)) return null;
  const sight = sightOf(row, viewer, links);
  const words = <T>(value: T) => (sight.words ? value : null);
  return {
    ...row,
    ...{ title: words(row.title), content: words(row.content), estate: words(row.estate ?? null) },
    ...{ result: words(row.result ?? null), question: words(row.question ?? null) },
    ...{ links, sight, relations: relationsOf(row, viewer, links) },
  };
}

/** Orders by id, as the viewer may see them; null where there is none for them. */
export const orderViewById: Loading<string, OrderView | null> = async (ids, { house, viewer }) => {
  const values = [...viewerParameters(viewer), ids];
  const found = await house.database.query<OrderFound>(
    'orders-by-id',
    `${ORDER_SELECT} WHERE o.id = ANY ($3::uuid[])`,
    values,
  );
  const byId = new Map(found.map((row) => [row.id, present(row, viewer)]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** Runs a list statement that starts with `ORDER_SELECT`. */
export async function readOrders(
  name: string,
  text: string,
  values: readonly unknown[],
  { house, viewer }: Context,
): Promise<OrderView[]> {
  const found = await house.database.query<OrderFound>(name, text, values);
  return found.flatMap((row) => present(row, viewer) ?? []);
}
