import { acts, all, any, atLeast, holds, is, isEmpty, isTrue, link, not, oneOf, scopeWithin, type Predicate } from '../../kernel/predicate.ts'; // prettier-ignore
import { ROLES_OF_UNITS, type Viewer } from '../../kernel/viewer.ts';
import type { OrderRelation, OrderState } from './order.process.ts';

/** What rights depend on beyond the row. `order.scope.ts` declares their SQL. */
export interface OrderLinks {
  /** The viewer's unit is in the frozen audience. */
  readonly eligible: boolean;
  /** What the viewer's unit answered to an invitation to take part. */
  readonly share: 'INVITED' | 'ACCEPTED' | 'DECLINED' | 'ENDED' | null;
  /** The viewer ordered something that was merged into this order, or took it down for a resident. */
  readonly merged: boolean;
}

/** Of the row, what rights depend on. */
export type OrderStanding = object & { readonly state: OrderState };

export const NO_LINKS: OrderLinks = { eligible: false, share: null, merged: false };

const state = (...states: OrderState[]): Predicate => oneOf('state', states);

// Where the viewer stands.
const resident = acts('RESIDENT');
const grid = acts('GRID_WORKER', 'GRID_SECRETARY');
const claimer = acts('UNIT_LIAISON', 'UNIT_LEAD');
const inStreet = is('streetCode', 'SCOPE');
const inCommunity = is('communityCode', 'SCOPE');
const inDistrict = is('districtCode', 'SCOPE');
const inGrid = all(grid, any(is('gridCode', 'SCOPE'), all(isEmpty('gridCode'), scopeWithin('communityCode'))));

/** The unit that claimed may reach the resident from the claim until the order is closed. */
const HELD_BY_UNIT = state(
  ...(['CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED', 'DONE_PENDING_CHECK'] as const),
  ...(['AWAITING_RATING', 'DISPUTED'] as const),
);
/** States after the review, in which an order that may be published is shown to the neighbours. */
const PUBLISHED = any(state('OPEN', 'CLEARED'), HELD_BY_UNIT);
/** Its number is given when it is sent: without one it never left the hands of whoever wrote it, even if it was taken back. */
const SENT = not(isEmpty('number'));

const orderer = all(resident, is('ordererId', 'PERSON'));
/** Whoever asked for something that goes on within this order, or took it down for somebody. */
const mergedResident = all(resident, not(is('ordererId', 'PERSON')), link('merged'));
const mergedEnterer = all(acts('COMMUNITY_WORKER', 'GRID_WORKER'), link('merged'));
const neighbour = all(
  resident,
  not(is('ordererId', 'PERSON')),
  not(link('merged')),
  isTrue('publishConsent'),
  PUBLISHED,
  inCommunity,
);
/** Whoever took the order down goes on speaking for the resident as long as they work at that place. */
const enterer = all(
  isTrue('onBehalf'),
  is('entererId', 'PERSON'),
  any(all(acts('COMMUNITY_WORKER'), inCommunity), inGrid),
);
/** An appeal is decided by somebody else than whoever rejected. */
const rejectedIt = all(isTrue('appealed'), state('SUBMITTED'), is('reviewerId', 'PERSON'));
const streetReviewer = all(acts('STREET_REVIEWER'), inStreet);
const streetCommittee = all(acts('STREET_COMMITTEE'), inStreet);
const extensionAsked = all(state('IN_PROGRESS'), not(isEmpty('extendTo')));
const works = any(is('unitId', 'UNIT'), link('share', 'ACCEPTED'));

/** The relations in which a viewer stands to an order. The process table says what each may do. */
export const orderRelations: Readonly<Record<OrderRelation, Predicate>> = {
  ORDERER: orderer,
  MERGED_ORDERER: any(mergedResident, mergedEnterer),
  ENTERER: enterer,
  // In a street with one reviewer the committee decides on the appeal.
  STREET_REVIEWER: any(
    all(streetReviewer, not(rejectedIt)),
    all(streetCommittee, isTrue('appealed'), state('SUBMITTED')),
  ),
  STREET_COMMITTEE: streetCommittee,
  // After two releases the committee decides finally; likewise a second extension.
  RELEASE_DECIDER: any(
    all(streetReviewer, not(atLeast('releaseCount', 2))),
    all(streetCommittee, atLeast('releaseCount', 2)),
  ),
  EXTENSION_DECIDER: all(
    extensionAsked,
    any(all(streetReviewer, not(atLeast('extendCount', 1))), all(streetCommittee, atLeast('extendCount', 1))),
  ),
  ELIGIBLE_UNIT: all(claimer, link('eligible'), not(is('unitId', 'UNIT'))),
  CLAIMING_UNIT: all(claimer, is('unitId', 'UNIT')),
  INVITED_UNIT: all(claimer, link('share', 'INVITED')),
  COMMUNITY_WORKER: all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), inCommunity),
  SUPERVISOR: all(acts('SUPERVISOR'), inDistrict),
  NEIGHBOUR: neighbour,
};

/** Whoever holds the pen: the orderer, or whoever writes for them. */
const hand = any(orderer, enterer);

/** May the viewer know that the order exists? */
export const orderVisible: Predicate = any(
  hand,
  all(
    SENT,
    any(
      ...Object.values(orderRelations),
      ...[streetReviewer, inGrid, all(acts('DISTRICT_LEADER'), inDistrict), all(claimer, link('share', 'ACCEPTED'))],
    ),
  ),
);

/** Those whose business the order is: whoever wrote it, and the officials of its place. */
const insiders = any(
  hand,
  ...[streetReviewer, streetCommittee, all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), inCommunity), inGrid],
  all(acts('SUPERVISOR', 'DISTRICT_LEADER'), inDistrict),
);

/** What of a visible order the viewer may read. */
export const orderSight = {
  /** Title and content: they may say who lives how. Other units, and whoever was merged into it, see the community and the category. */
  words: any(
    ...[insiders, neighbour, all(any(mergedResident, mergedEnterer), isTrue('publishConsent'))],
    all(claimer, any(works, link('share', 'INVITED'), all(state('OPEN'), link('eligible')))),
  ),
  /** Masked contact details; reading them in full is an act of its own (`revealContact`). */
  contact: any(insiders, all(claimer, works, isTrue('contactConsent'), HELD_BY_UNIT)),
  /** What was asked, answered, reported and decided on the way, and who did it. */
  story: any(insiders, all(claimer, works)),
} as const satisfies Readonly<Record<string, Predicate>>;

export type OrderSight = Readonly<Record<keyof typeof orderSight, boolean>>;

const ask = (predicate: Predicate, order: OrderStanding, viewer: Viewer, links: OrderLinks) =>
  holds(predicate, order, { ...links }, viewer);

export function relationsOf(order: OrderStanding, viewer: Viewer, links: OrderLinks): ReadonlySet<OrderRelation> {
  const relations = Object.keys(orderRelations) as OrderRelation[];
  return new Set(relations.filter((relation) => ask(orderRelations[relation], order, viewer, links)));
}

export function isVisible(order: OrderStanding, viewer: Viewer, links: OrderLinks): boolean {
  return ask(orderVisible, order, viewer, links);
}

export function sightOf(order: OrderStanding, viewer: Viewer, links: OrderLinks): OrderSight {
  const seen = (predicate: Predicate) => ask(predicate, order, viewer, links);
  return { words: seen(orderSight.words), contact: seen(orderSight.contact), story: seen(orderSight.story) };
}

/** What an order lends to conditions over what hangs on it. */
const lentWords = link('words');
const lentStory = link('story');

/**
 * Who may look at a photo of an order they see: beyond those whose business it is only with the consent of whoever took it.
 * People see their own; units see as units, whoever of them took it.
 */
export const photoVisible: Predicate = any(
  all(not(acts(...ROLES_OF_UNITS)), is('uploaderId', 'PERSON')),
  all(lentWords, any(lentStory, isTrue('publishConsent'))),
);

/** May the viewer look at this photo of the order? */
export function seesFile(order: OrderStanding, viewer: Viewer, links: OrderLinks, file: object): boolean {
  const { words, story } = sightOf(order, viewer, links);
  return holds(photoVisible, { ...file }, { words, story }, viewer);
}
