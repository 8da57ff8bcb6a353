import { actsAs, unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { OrderRelation, OrderState } from './order.process.ts';

/** What rights over an order depend on, of the row. */
export interface OrderStanding {
  readonly state: OrderState;
  readonly ordererId?: string | null | undefined;
  readonly entererId: string;
  readonly onBehalf: boolean;
  readonly districtCode: string;
  readonly streetCode: string;
  readonly communityCode: string;
  readonly gridCode?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly publishConsent: boolean;
  readonly contactConsent: boolean;
  readonly appealed: boolean;
  readonly reviewerId?: string | null | undefined;
  readonly releaseCount: number;
  readonly extendCount: number;
  readonly extendTo?: Date | null | undefined;
}

/** What rights depend on beyond the row. */
export interface OrderLinks {
  /** The viewer's unit is in the frozen audience. */
  readonly eligible: boolean;
  /** What the viewer's unit answered to an invitation to take part. */
  readonly share: 'INVITED' | 'ACCEPTED' | 'DECLINED' | null;
  /** The viewer ordered something that was merged into this order. */
  readonly merged: boolean;
}

export const NO_LINKS: OrderLinks = { eligible: false, share: null, merged: false };

/** States in which the unit that claimed may reach the resident. */
const CONTACT_STATES: readonly OrderState[] =
  ['CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED', 'DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED']; // prettier-ignore
/** States that never left the hands of whoever wrote the order. */
const UNSENT: readonly OrderState[] = ['DRAFT'];
/** States after the review, in which an order that may be published is shown to the neighbours. */
const PUBLISHED: readonly OrderState[] = ['OPEN', ...CONTACT_STATES, 'CLEARED'];

/** The relations in which a viewer stands to an order. The process table says what each may do. */
export function relationsOf(order: OrderStanding, viewer: Viewer, links: OrderLinks): ReadonlySet<OrderRelation> {
  const relations = [...personal(order, viewer, links), ...official(order, viewer), ...ofUnits(order, viewer, links)];
  return new Set(relations);
}

function personal(order: OrderStanding, viewer: Viewer, links: OrderLinks): OrderRelation[] {
  const relations: OrderRelation[] = [];
  if (actsAs(viewer, 'RESIDENT')) {
    if (order.ordererId === viewer.personId) relations.push('ORDERER');
    else if (links.merged) relations.push('MERGED_ORDERER');
    else if (isNeighbour(order, viewer)) relations.push('NEIGHBOUR');
  } else if (order.onBehalf && order.entererId === viewer.personId && enters(viewer, order)) relations.push('ENTERER');
  return relations;
}

/** Whoever took the order down goes on speaking for the resident as long as they work at that place. */
function enters(viewer: Viewer, order: OrderStanding): boolean {
  return actsAs(viewer, 'COMMUNITY_WORKER', order.communityCode) || isGridOf(viewer, order);
}

function isGridOf(viewer: Viewer, order: OrderStanding): boolean {
  const grid = viewer.post && ['GRID_WORKER', 'GRID_SECRETARY'].includes(viewer.post.role) ? viewer.post.scope : null;
  return grid !== null && (grid === order.gridCode || (!order.gridCode && grid.startsWith(order.communityCode)));
}

function isNeighbour(order: OrderStanding, viewer: Viewer): boolean {
  return order.publishConsent && PUBLISHED.includes(order.state) && actsAs(viewer, 'RESIDENT', order.communityCode);
}

function official(order: OrderStanding, viewer: Viewer): OrderRelation[] {
  const relations: OrderRelation[] = [];
  const pending = order.state === 'IN_PROGRESS' && !!order.extendTo;
  if (actsAs(viewer, 'STREET_REVIEWER', order.streetCode)) {
    // An appeal is decided by somebody else than whoever rejected.
    const rejectedIt = order.appealed && order.state === 'SUBMITTED' && order.reviewerId === viewer.personId;
    if (!rejectedIt) relations.push('STREET_REVIEWER');
    if (order.releaseCount < 2) relations.push('RELEASE_DECIDER');
    if (pending && order.extendCount < 1) relations.push('EXTENSION_DECIDER');
  }
  if (actsAs(viewer, 'STREET_COMMITTEE', order.streetCode)) {
    relations.push('STREET_COMMITTEE');
    if (order.releaseCount >= 2) relations.push('RELEASE_DECIDER');
    if (pending && order.extendCount >= 1) relations.push('EXTENSION_DECIDER');
  }
  if (isCommunity(viewer, order)) relations.push('COMMUNITY_WORKER');
  if (actsAs(viewer, 'SUPERVISOR', order.districtCode)) relations.push('SUPERVISOR');
  return relations;
}

const isCommunity = (viewer: Viewer, order: OrderStanding) =>
  actsAs(viewer, 'COMMUNITY_WORKER', order.communityCode) || actsAs(viewer, 'COMMUNITY_SECRETARY', order.communityCode);

function ofUnits(order: OrderStanding, viewer: Viewer, links: OrderLinks): OrderRelation[] {
  const unit = unitOf(viewer);
  if (unit === null || !isClaimer(viewer)) return [];
  const relations: OrderRelation[] = [];
  if (links.eligible && order.unitId !== unit) relations.push('ELIGIBLE_UNIT');
  if (order.unitId === unit) relations.push('CLAIMING_UNIT');
  if (links.share === 'INVITED') relations.push('INVITED_UNIT');
  return relations;
}

const isClaimer = (viewer: Viewer) => actsAs(viewer, 'UNIT_LIAISON') || actsAs(viewer, 'UNIT_LEAD');

/** May the viewer know that the order exists? `order.scope.ts` says the same in SQL; a test compares them. */
export function isVisible(order: OrderStanding, viewer: Viewer, links: OrderLinks): boolean {
  if (isHand(order, viewer)) return true;
  if (UNSENT.includes(order.state)) return false;
  if (relationsOf(order, viewer, links).size > 0) return true;
  return (
    actsAs(viewer, 'STREET_REVIEWER', order.streetCode) ||
    isGridOf(viewer, order) ||
    actsAs(viewer, 'DISTRICT_LEADER', order.districtCode) ||
    (links.share === 'ACCEPTED' && isClaimer(viewer))
  );
}

/** Whoever holds the pen: the orderer, or whoever writes for them. */
const isHand = (order: OrderStanding, viewer: Viewer) =>
  (actsAs(viewer, 'RESIDENT') && order.ordererId === viewer.personId) ||
  (order.onBehalf && order.entererId === viewer.personId && enters(viewer, order));

/** What of an order a viewer to whom it is visible may read. */
export interface OrderSight {
  /** Title and content: they may say who lives how. */
  readonly words: boolean;
  /** Masked contact details; reading them in full is an act of its own (`revealContact`). */
  readonly contact: boolean;
  /** Who did what: names of officials and liaisons in the history. */
  readonly people: boolean;
}

export function sightOf(order: OrderStanding, viewer: Viewer, links: OrderLinks): OrderSight {
  const unit = unitOf(viewer);
  if (unit !== null) {
    const works = order.unitId === unit || links.share === 'ACCEPTED';
    const offered = order.state === 'OPEN' && links.eligible;
    const reaches = works && order.contactConsent && CONTACT_STATES.includes(order.state);
    return { words: works || offered || links.share === 'INVITED', contact: reaches, people: works };
  }
  const own = isHand(order, viewer);
  const neighbour = !own && isNeighbour(order, viewer) && !links.merged;
  return { words: true, contact: !neighbour && !(links.merged && !own), people: !neighbour };
}

/** May the viewer look at a photo of the order? Beyond those who work on it only with the consent of whoever took it. */
export function seesFile(
  order: OrderStanding,
  viewer: Viewer,
  links: OrderLinks,
  file: { readonly uploaderId: string; readonly publishConsent: boolean },
): boolean {
  if (file.uploaderId === viewer.personId) return true;
  const sight = sightOf(order, viewer, links);
  return sight.words && (sight.people || file.publishConsent);
}
