import { acts, all, any, holds, is, isEmpty, link, oneOf, scopeWithin, type Predicate } from '../../../kernel/predicate.ts'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import type { OfferLinks } from '../offer/offer.policy.ts';
import type { BookingRelation } from './booking.process.ts';

const ofUnits = acts('UNIT_LIAISON', 'UNIT_LEAD');
const ofCommunity = acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY');
const ofStreet = acts('STREET_REVIEWER', 'STREET_COMMITTEE');
const forStreet = isEmpty('communityCode');

const giver = all(ofUnits, is('offerUnitId', 'UNIT'));
const booker = any(all(ofUnits, is('unitId', 'UNIT')), all(any(ofCommunity, ofStreet), is('bookerCode', 'SCOPE')));
const community = all(ofCommunity, is('communityCode', 'SCOPE'));
const street = all(ofStreet, is('streetCode', 'SCOPE'));
const district = all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE'));

/** The relations in which a viewer stands to a booking. */
export const bookingRelations: Readonly<Record<BookingRelation, Predicate>> = {
  OFFERING_UNIT: giver,
  BOOKER: booker,
  OVERSEER: any(community, street),
};

/** Whose business it is: who booked it, and what for. */
export const bookingStory: Predicate = any(giver, booker, community, street, district);

/** Whoever may book the same offer sees when it is taken. */
const others = any(
  all(ofUnits, link('member')),
  all(any(ofCommunity, acts('COMMITTEE_MEMBER', 'RESIDENT', 'VOLUNTEER')), forStreet, link('near')),
  all(acts('COMMITTEE_MEMBER', 'RESIDENT', 'VOLUNTEER'), is('communityCode', 'SCOPE')),
  all(acts('GRID_WORKER', 'GRID_SECRETARY'), any(scopeWithin('communityCode'), all(forStreet, link('near')))),
);
const holdsTime = oneOf('state', ['RESERVED', 'IN_USE', 'RETURNED']);

/** May the viewer know that the booking exists? */
export const bookingVisible: Predicate = any(bookingStory, all(holdsTime, others));

const ask = (predicate: Predicate, booking: object, viewer: Viewer, links: OfferLinks) =>
  holds(predicate, booking as Readonly<Record<string, unknown>>, { ...links }, viewer);

export function relationsOf(booking: object, viewer: Viewer, links: OfferLinks): ReadonlySet<BookingRelation> {
  const relations = Object.keys(bookingRelations) as BookingRelation[];
  return new Set(relations.filter((relation) => ask(bookingRelations[relation], booking, viewer, links)));
}

export const isVisible = (booking: object, viewer: Viewer, links: OfferLinks): boolean =>
  ask(bookingVisible, booking, viewer, links);
