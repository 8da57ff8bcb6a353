import { acts, all, any, holds, is, isEmpty, link, not, oneOf, scopeWithin, type Predicate } from '../../../kernel/predicate.ts'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import type { AppointmentRelation, AppointmentState } from './appointment.process.ts';

/** Of the row, what rights depend on. */
export type AppointmentStanding = object & { readonly state: AppointmentState };

/** Rights over an appointment depend on nothing beyond its row. */
export type AppointmentLinks = Readonly<Record<never, never>>;
export const NO_LINKS: AppointmentLinks = {};

const state = (...states: AppointmentState[]): Predicate => oneOf('state', states);
const inCommunity = is('communityCode', 'SCOPE');
const inStreet = is('streetCode', 'SCOPE');
const inDistrict = is('districtCode', 'SCOPE');
const inbound = oneOf('direction', ['INBOUND']);
const outbound = oneOf('direction', ['OUTBOUND']);

const secretary = all(acts('COMMUNITY_SECRETARY'), inCommunity);
const community = all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), inCommunity);
const ofHomeUnit = all(inbound, is('homeUnitId', 'UNIT'));
const ofUnit = all(outbound, is('unitId', 'UNIT'));
/** A seat that names no unit may be filled by any. */
const openToUnits = all(inbound, isEmpty('homeUnitId'), state('SEAT_OPEN'));
const lead = acts('UNIT_LEAD');
const unitSide = acts('UNIT_LEAD', 'UNIT_LIAISON');
/** Whoever keeps the house acts in no case, not even in their own. */
const noKeeper = not(acts('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'));
const appointee = all(noKeeper, is('personId', 'PERSON'));
const acting = all(noKeeper, is('actingPersonId', 'PERSON'), state('SUSPENDED'));

/** 本社区群众: whoever lives or works in the community, and the units on both sides. */
const neighbour = any(
  all(acts('RESIDENT', 'VOLUNTEER', 'COMMITTEE_MEMBER'), inCommunity),
  all(acts('GRID_WORKER', 'GRID_SECRETARY'), scopeWithin('communityCode')),
  ...[community, all(unitSide, any(ofHomeUnit, ofUnit))],
);

/** The relations in which a viewer stands to an appointment. The process table says what each may do. */
export const appointmentRelations: Readonly<Record<AppointmentRelation, Predicate>> = {
  SENDER: any(all(lead, any(ofHomeUnit, openToUnits)), all(secretary, not(inbound))),
  BODY_HEAD: any(all(secretary, not(outbound)), all(lead, ofUnit)),
  HOME_HEAD: any(all(lead, ofHomeUnit), all(secretary, not(inbound))),
  COMMUNITY: community,
  COMMUNITY_HEAD: secretary,
  // Nobody decides on their own appointment.
  STREET_COMMITTEE: all(acts('STREET_COMMITTEE'), inStreet, not(is('personId', 'PERSON'))),
  APPOINTEE: appointee,
  ACTING: acting,
  // Whoever is to be appointed does not object to it: they decline.
  NEIGHBOUR: all(neighbour, not(is('personId', 'PERSON'))),
};

/** From the public notice on everybody of the community may know of it. */
const PUBLIC = state(
  ...(['IN_NOTICE', 'APPOINTED', 'ACCEPTED', 'ACTIVE', 'SUSPENDED', 'VACATED', 'EXPIRED', 'ENDED'] as const),
);

const street = all(acts('STREET_COMMITTEE', 'STREET_REVIEWER'), inStreet);
const district = all(acts('SUPERVISOR', 'DISTRICT_LEADER'), inDistrict);
const insiders = any(
  ...[community, street, district, appointee],
  all(noKeeper, is('actingPersonId', 'PERSON')),
  all(unitSide, any(ofHomeUnit, ofUnit)),
);

/** May the viewer know that the appointment exists? */
export const appointmentVisible: Predicate = any(insiders, all(unitSide, openToUnits), all(neighbour, PUBLIC));

/** What of a visible appointment the viewer may read. */
export const appointmentSight = {
  /** What was studied, decided and reviewed on the way: the parties and those above them. */
  inside: insiders,
  /** Who said what, objectors among them: the street and the district alone, so that nobody fears to object. */
  story: any(street, district),
} as const satisfies Readonly<Record<string, Predicate>>;

/** Objections are read by those who settle them, and by whoever raised them. */
export const objectionVisible: Predicate = any(link('story'), is('personId', 'PERSON'));

const ask = (predicate: Predicate, row: AppointmentStanding, viewer: Viewer) => holds(predicate, row, {}, viewer);

export function relationsOf(row: AppointmentStanding, viewer: Viewer): ReadonlySet<AppointmentRelation> {
  const relations = Object.keys(appointmentRelations) as AppointmentRelation[];
  return new Set(relations.filter((relation) => ask(appointmentRelations[relation], row, viewer)));
}

export const isVisible = (row: AppointmentStanding, viewer: Viewer): boolean => ask(appointmentVisible, row, viewer);
