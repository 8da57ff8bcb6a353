import { acts, all, any, holds, is, isEmpty, link, not, oneOf, scopeWithin, type Predicate } from '../../../kernel/predicate.ts'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import type { OfferRelation } from './offer.process.ts';

/** What rights depend on beyond the row. `offer.links.ts` declares their SQL. */
export interface OfferLinks {
  /** The viewer's unit belongs to the alliance of the offer's community or street now. */
  readonly member: boolean;
  /** The viewer's place lies in the offer's street. */
  readonly near: boolean;
}

export const NO_LINKS: OfferLinks = { member: false, near: false };

const ofUnits = acts('UNIT_LIAISON', 'UNIT_LEAD');
const ofCommunity = acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY');
const ofStreet = acts('STREET_REVIEWER', 'STREET_COMMITTEE');
const ofGrid = acts('GRID_WORKER', 'GRID_SECRETARY');
const inDistrict = all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE'));
const forStreet = isEmpty('communityCode');

/** The office of the street of a place. */
export const streetOffice: Predicate = all(ofStreet, is('streetCode', 'SCOPE'));
/** The office of the community, and of a street for what serves the whole of it. */
export const communityOffice: Predicate = all(ofCommunity, is('communityCode', 'SCOPE'));
const nearOffice = all(ofCommunity, forStreet, link('near'));
const otherMember = all(ofUnits, not(is('unitId', 'UNIT')), link('member'));
const own = all(ofUnits, is('unitId', 'UNIT'));

/** The relations in which a viewer stands to an offer. */
export const offerRelations: Readonly<Record<OfferRelation, Predicate>> = {
  UNIT: own,
  VERIFIER: any(communityOffice, all(streetOffice, forStreet)),
  MEMBER: any(otherMember, nearOffice, all(ofStreet, is('streetCode', 'SCOPE'), not(forStreet))),
  OVERSEER: all(acts('STREET_COMMITTEE'), is('streetCode', 'SCOPE')),
};

/** On the public list. */
const listed = oneOf('state', ['AVAILABLE', 'PAUSED']);
/** Whoever lives or works where the offer serves. */
const neighbour = any(
  all(acts('RESIDENT', 'COMMITTEE_MEMBER', 'VOLUNTEER'), is('communityCode', 'SCOPE')),
  all(ofGrid, scopeWithin('communityCode')),
  all(any(acts('RESIDENT', 'COMMITTEE_MEMBER', 'VOLUNTEER'), ofGrid), forStreet, link('near')),
);

/** Whose business the offer is. */
export const offerInsiders: Predicate = any(own, communityOffice, streetOffice, inDistrict);

/** May the viewer know that the offer exists? */
export const offerVisible: Predicate = any(offerInsiders, all(listed, any(otherMember, nearOffice, neighbour)));

/** Those who may book it while it is available. */
export const offerBookers: Predicate = any(own, otherMember, communityOffice, nearOffice, streetOffice);

export const offerSight = {
  /** The masked contact. In full it is an act of its own. */
  contact: any(offerInsiders, otherMember, nearOffice),
  /** What was decided on the way, and by whom. */
  story: offerInsiders,
} as const satisfies Readonly<Record<string, Predicate>>;

const ask = (predicate: Predicate, offer: object, viewer: Viewer, links: OfferLinks) =>
  holds(predicate, offer as Readonly<Record<string, unknown>>, { ...links }, viewer);

export function relationsOf(offer: object, viewer: Viewer, links: OfferLinks): ReadonlySet<OfferRelation> {
  const relations = Object.keys(offerRelations) as OfferRelation[];
  return new Set(relations.filter((relation) => ask(offerRelations[relation], offer, viewer, links)));
}

export const isVisible = (offer: object, viewer: Viewer, links: OfferLinks): boolean =>
  ask(offerVisible, offer, viewer, links);

export const mayBook = (offer: object, viewer: Viewer, links: OfferLinks): boolean =>
  ask(offerBookers, offer, viewer, links);
