import { endOfDay } from '../../../kernel/calendar.ts';
import { scopeAt, unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { divisionReasons, findDivision, liesIn, placesOf } from '../../divisions/index.ts';
import { findUnit, unitReasons } from '../../units/index.ts';
import { BodyKind } from './body.choice.ts';
import type { BodyRow } from './body.row.ts';
import { reasons } from '../appointments.reasons.ts';

interface Given {
  readonly kind: BodyKind;
  readonly division: string | null;
  readonly unitId: string | null;
}

export type BodyPlace = Pick<BodyRow, 'divisionCode' | 'unitId' | 'districtCode' | 'streetCode' | 'communityCode'> & {
  /** Where it is, for its name. */
  readonly label: string;
};

/** Where a body is to be. Refuses a place that does not exist or does not fit its kind. */
export async function bodyPlace(given: Given, transaction: Transaction): Promise<BodyPlace> {
  if (given.kind === 'UNIT_PARTY') return unitPlace(given, transaction);
  const wrong = { kind: BodyKind.label(given.kind), label: '所在社区或网格' };
  const [place, levels] = given.kind === 'GRID_BRANCH' ? ['网格', ['GRID']] : ['社区（村）', ['COMMUNITY', 'VILLAGE']];
  const path = ['input', 'division'];
  if (given.division === null || given.unitId !== null)
    return reasons.refuse('BODY_WRONG_PLACE', { path, values: { ...wrong, place: String(place) } });
  const division =
    (await findDivision(transaction, given.division)) ?? divisionReasons.refuse('DIVISION_UNKNOWN', { path });
  if (!levels.includes(division.level))
    reasons.refuse('BODY_WRONG_PLACE', { path, values: { ...wrong, place: String(place) } });
  const { district, street, community } = placesOf(division.code);
  return {
    ...{ divisionCode: division.code, unitId: null, label: division.label },
    ...{ districtCode: district!, streetCode: street, communityCode: community },
  };
}

async function unitPlace({ division, unitId, kind }: Given, transaction: Transaction): Promise<BodyPlace> {
  const path = ['input', 'unitId'];
  if (unitId === null || division !== null)
    return reasons.refuse('BODY_WRONG_PLACE', {
      ...{ path, values: { kind: BodyKind.label(kind), place: '单位', label: '所在单位' } },
    });
  const unit = (await findUnit(transaction, unitId)) ?? unitReasons.refuse('UNIT_UNKNOWN', { path });
  const { district, street, community } = placesOf(unit.divisionCode);
  return {
    ...{ divisionCode: null, unitId: unit.id, label: unit.shortName },
    ...{ districtCode: district!, streetCode: street, communityCode: community },
  };
}

/** Does the body lie within the viewer's scope? The party organisation of a unit belongs to the unit and to where it sits. */
export function isTheirs(body: Pick<BodyRow, 'unitId' | 'streetCode' | 'communityCode'>, viewer: Viewer): boolean {
  const unit = unitOf(viewer);
  if (unit !== null) return body.unitId === unit;
  const [street, community] = [scopeAt(viewer, 'street'), scopeAt(viewer, 'community')];
  if (street !== null) return body.streetCode === street;
  if (community === null) return false;
  return body.unitId === null
    ? body.communityCode === community
    : body.streetCode === null || liesIn(community, body.streetCode);
}

const SIX_YEARS = 6 * 366 * 86_400_000;

/** Refuses a last day that has passed, that lies too far ahead, or that is not later than the present one. */
export function refuseTermEnd(day: string, now: Date, present: string | null = null): void {
  const end = endOfDay(day);
  const isFar = end.getTime() > now.getTime() + SIX_YEARS;
  if (end <= now || isFar || (present !== null && day <= present))
    reasons.refuse('BODY_TERM', { path: ['input', 'termEndsOn'] });
}
