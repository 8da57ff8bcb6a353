import { acts, all, any, is, isEmpty, link, scopeWithin } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { unitOf } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { Links } from '../../platform/reads/predicate-sql.ts';

/** What rights over a need or a project depend on beyond its row. */
export interface AreaLinks {
  /** The viewer's unit belongs to the alliance of the street or of the community. */
  readonly member: boolean;
  /** The viewer's place lies in the street. */
  readonly local: boolean;
}

export const NO_LINKS: AreaLinks = { member: false, local: false };

const inStreet = is('streetCode', 'SCOPE');
const inCommunity = is('communityCode', 'SCOPE');
const ofStreet = isEmpty('communityCode');

/** The party committee of the street or town. */
export const streetCommittee = all(acts('STREET_COMMITTEE'), inStreet);
export const streetReviewer = all(acts('STREET_REVIEWER'), inStreet);
/** The office that works for the alliance: of the community, or of the street where the alliance is the street's. */
export const allianceSide = any(
  all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), inCommunity),
  all(acts('STREET_REVIEWER', 'STREET_COMMITTEE'), inStreet, ofStreet),
);
/** Who leads the alliance. */
export const allianceHead = any(
  all(acts('COMMUNITY_SECRETARY'), inCommunity),
  all(acts('STREET_COMMITTEE'), inStreet, ofStreet),
);
export const grid = all(acts('GRID_WORKER', 'GRID_SECRETARY'), scopeWithin('communityCode'));
export const district = all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE'));
export const unitPeople = acts('UNIT_LIAISON', 'UNIT_LEAD');
export const memberUnit = all(unitPeople, link('member'));
/** Residents, and others who act for a community, of the place. */
export const resident = all(
  acts('RESIDENT', 'VOLUNTEER', 'COMMITTEE_MEMBER'),
  any(inCommunity, all(ofStreet, link('local'))),
);
/** Officials of communities in a street whose alliance it is. */
export const streetsPeople = all(
  acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'GRID_WORKER', 'GRID_SECRETARY'),
  ofStreet,
  link('local'),
);

const membershipOf = (row: string) => `FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id
  WHERE a.division_code IN (${row}.street_code, ${row}.community_code)`;

/** Those links in SQL. */
export const areaLinks: Links = {
  member: (row, parameters) =>
    `EXISTS (SELECT ${membershipOf(row)} AND m.unit_id = ${parameters.term('UNIT', 'uuid')} AND m.term @> ${parameters.now()})`,
  local: (row, parameters) => `${row}.street_code = left(${parameters.term('SCOPE', 'text')}, 9) || '000'`,
};

const textOf = (table: 'need' | 'project') => `
  SELECT EXISTS (SELECT ${membershipOf('r')} AND m.unit_id = $2::uuid AND m.term @> $3::timestamptz) AS member,
    r.street_code = coalesce(left($4::text, 9), '') || '000' AS local
  FROM ${table} r WHERE r.id = $1`;
const TEXTS = { need: textOf('need'), project: textOf('project') };

/** Loads them for one row. */
export async function areaLinksOf(
  table: 'need' | 'project',
  id: string,
  viewer: Viewer,
  transaction: Transaction,
): Promise<AreaLinks> {
  const { post } = viewer;
  if (!post) return NO_LINKS;
  const values = [id, unitOf(viewer), transaction.now, post.scope];
  const [links] = await transaction.rows<AreaLinks>(`links-of-${table}`, TEXTS[table], values);
  return links ?? NO_LINKS;
}
