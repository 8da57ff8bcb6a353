import { createHash } from 'node:crypto';
import { unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { Context, Loading } from '../../platform/graphql/context.ts';
import { dealingsSelect, type OrderDealings } from './order.dealings.ts';
import { isVisible, relationsOf, sightOf, type OrderLinks, type OrderSight } from './order.policy.ts';
import type { OrderRelation } from './order.process.ts';
import type { OrderRow } from './order.row.ts';
import { MERGERS, orderWording } from './order.scope.ts';
import { Parameters } from '../../platform/reads/parameters.ts';

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
  readonly dealings: OrderDealings;
  readonly relations: ReadonlySet<OrderRelation>;
  readonly sight: OrderSight;
}

const COLUMNS = [
  'id', 'number', 'state', 'heldState', 'version', 'round', 'enteredAt', 'yellowAt', 'dueAt', 'categoryCode', 'title', 'content',
  'estate', 'districtCode', 'streetCode', 'communityCode', 'gridCode', 'ordererId', 'entererId', 'onBehalf', 'channel', 'wishAt',
  'publishConsent', 'contactConsent', 'contactName', 'contactPhone', 'contactAddress', 'urgency', 'needKind', 'audience', 'finishLimit',
  'finishBy', 'reviewerId', 'question', 'appealed', 'masterId', 'referral', 'unitId', 'plannedStart', 'plannedFinish', 'result',
  'unclaimedAt', 'proposedAt', 'sharesOpen', 'releaseCount', 'extendCount', 'extendTo', 'reworkCount', 'suspendedUntil', 'supervisedAt',
  'serial', 'closing', 'evaluatedRound', 'checkerId', 'createdAt', 'submittedAt', 'clearedAt',
] as const; // prettier-ignore

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = COLUMNS.map((name) => `o.${snake(name)} AS "${name}"`).join(', ');

type OrderFound = Omit<OrderRow, 'contactSealed' | 'search'> & OrderLinks & OrderDealings;

/** `SELECT ... FROM orders o`: the columns, and the links on which the viewer's rights depend. */
export function orderSelect(viewer: Viewer, parameters: Parameters, more = ''): string {
  const { eligible, share, merged } = orderWording.links;
  const sql = (link: typeof eligible) => link!('o', parameters, viewer);
  const ofUnit = unitOf(viewer)
    ? `${sql(eligible)} AS eligible, ${sql(share)} AS share`
    : 'false AS eligible, NULL AS share';
  const ofResident = viewer.post && MERGERS.includes(viewer.post.role) ? `${sql(merged)} AS merged` : 'false AS merged';
  return `SELECT ${columns}, ${ofUnit}, ${ofResident}, ${dealingsSelect(viewer, parameters)}${more} FROM orders o`;
}

/** A statement's name follows from its text: the planner prepares each shape once. */
export const statementName = (text: string): string =>
  `orders-${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;

/** What the viewer may see of a row; null when the order does not exist for them. */
export function present(found: OrderFound, viewer: Viewer): OrderView | null {
  const { eligible, share, merged, followed, rated, evaluated, ...row } = found;
  const links: OrderLinks = { eligible, share, merged };
  if (!isVisible(row, viewer, links)) return null;
  const sight = sightOf(row, viewer, links);
  const words = <T>(value: T) => (sight.words ? value : null);
  const story = <T>(value: T) => (sight.story ? value : null);
  return {
    ...row,
    ...{ title: words(row.title), content: words(row.content), estate: words(row.estate ?? null) },
    ...{ result: story(row.result ?? null), question: story(row.question ?? null) },
    ...{ links, dealings: { followed, rated, evaluated }, sight, relations: relationsOf(row, viewer, links) },
  };
}

/** Orders by id, as the viewer may see them; null where there is none for them. */
export const orderViewById: Loading<string, OrderView | null> = async (ids, context) => {
  const parameters = new Parameters();
  const text = `${orderSelect(context.viewer, parameters)} WHERE o.id = ANY (${parameters.add(ids, 'uuid[]')})`;
  const found = await readOrders(text, parameters, context);
  const byId = new Map(found.map((view) => [view.id, view]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** Runs a statement that starts with `orderSelect`. */
export async function readOrders(
  text: string,
  { values }: Parameters,
  { house, viewer }: Context,
): Promise<OrderView[]> {
  const found = await house.database.query<OrderFound>(statementName(text), text, values);
  return found.flatMap((row) => present(row, viewer) ?? []);
}
