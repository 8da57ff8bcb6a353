import { acts, all, any, is, type Predicate } from '../../kernel/predicate.ts';
import type { Role } from '../../kernel/viewer.ts';
import { predicateSql } from '../../platform/reads/predicate-sql.ts';
import type { Statement } from '../../platform/reads/place.ts';

/** Who looks at a whole district, and who at one street of it. */
const DISTRICT: readonly Role[] = ['DISTRICT_LEADER', 'SUPERVISOR'];
const STREET: readonly Role[] = ['STREET_REVIEWER', 'STREET_COMMITTEE'];
const UNIT: readonly Role[] = ['UNIT_LIAISON', 'UNIT_LEAD'];

export const WATCHERS: readonly Role[] = [...DISTRICT, ...STREET];
export const RECORD_READERS: readonly Role[] = [...DISTRICT, ...UNIT];

const ofDistrict = all(acts(...DISTRICT), is('districtCode', 'SCOPE'));

/** Which orders, resolutions and alliances count for the viewer, by the place of each. */
export const countedFor: Predicate = any(ofDistrict, all(acts(...STREET), is('streetCode', 'SCOPE')));

/** Whose record the viewer may read: their own unit's; the district that of every unit that sits in it. */
export const recordFor: Predicate = any(ofDistrict, all(acts(...UNIT), is('unitId', 'UNIT')));

/** A policy as a condition over the rows of `alias`. */
export const scopeSql = (scope: Predicate, alias: string, { viewer, parameters }: Statement): string =>
  predicateSql(scope, viewer, { alias, links: {} }, parameters);
