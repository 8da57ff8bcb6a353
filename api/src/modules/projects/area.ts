import { scopeAt, unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { memberUnits } from '../alliance/index.ts';
import { findDivision, liesIn, placesOf } from '../divisions/index.ts';
import { areaReasons } from './area.reasons.ts';

/** Of whose alliance something is: that of a street or town, or of one community of it. */
export interface Area {
  readonly districtCode: string;
  readonly streetCode: string;
  readonly communityCode: string | null;
}

const LEVELS = ['STREET', 'TOWN', 'COMMUNITY', 'VILLAGE'];
const path = ['input', 'division'];

/** The area with this code. Refuses what has no alliance, and places where the viewer does not act. */
export async function areaOf(code: string, viewer: Viewer, transaction: Transaction): Promise<Area> {
  const division = await findDivision(transaction, code);
  if (!division || !LEVELS.includes(division.level)) return areaReasons.refuse('AREA_UNKNOWN', { path });
  const { district, street, community } = placesOf(division.code);
  if (!(await actsIn(division.code, viewer, transaction))) areaReasons.refuse('AREA_OUTSIDE', { path });
  return { districtCode: district!, streetCode: street!, communityCode: community };
}

/** Officials of a street act in all of it, those of a community and its grids in that community, units where they are members. */
async function actsIn(code: string, viewer: Viewer, transaction: Transaction): Promise<boolean> {
  const street = scopeAt(viewer, 'street');
  if (street !== null) return liesIn(code, street);
  const place = scopeAt(viewer, 'community') ?? scopeAt(viewer, 'grid');
  if (place !== null) return placesOf(place).community === code;
  const unit = unitOf(viewer);
  return unit !== null && isMemberIn(unit, [code], transaction);
}

/** Does the unit belong now to the alliance of any of these divisions? */
export async function isMemberIn(unitId: string, codes: readonly string[], transaction: Transaction): Promise<boolean> {
  const members = await memberUnits(transaction, codes, transaction.now);
  return members.some((member) => member.unitId === unitId);
}
