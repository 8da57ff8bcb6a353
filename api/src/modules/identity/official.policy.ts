import { acts, all, any, link, oneOf, type Predicate } from '../../kernel/predicate.ts';
import { ROLES_OF_UNITS, type Role } from '../../kernel/viewer.ts';

/** Those who administer accounts, and those who look into what was done: also whoever holds no office, or none any more. */
const REGISTRARS: readonly Role[] = ['SECURITY_ADMIN', 'AUDITOR'];
/** Officials who name others to something: everybody who holds an office now. */
const OFFICIALS: readonly Role[] = [
  ...(['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE'] as const),
  ...(['DISTRICT_LEADER', 'SUPERVISOR'] as const),
];

/** Who may look up people at all. */
export const LOOK_UP_PEOPLE: readonly Role[] = [...REGISTRARS, ...OFFICIALS, ...ROLES_OF_UNITS];

/** Officials and staff of units whom the viewer may look up; a unit looks up its own. Residents are nobody's to look up. */
export const officialVisible: Predicate = all(
  oneOf('kind', ['STAFF']),
  any(acts(...REGISTRARS), all(acts(...OFFICIALS), link('inOffice')), all(acts(...ROLES_OF_UNITS), link('colleague'))),
);

/** Where somebody lives, and what they do of their own free will, is no office. */
export const NO_OFFICE: readonly Role[] = ['RESIDENT', 'VOLUNTEER'];
