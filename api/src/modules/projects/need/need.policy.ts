import { acts, all, any, holds, is, not, oneOf, type Predicate } from '../../../kernel/predicate.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { allianceSide, district, grid, memberUnit, streetCommittee, streetReviewer, streetsPeople, unitPeople, type AreaLinks } from '../standing.ts'; // prettier-ignore
import type { NeedRelation, NeedState } from './need.process.ts';

/** Of the row, what rights depend on. */
export type NeedStanding = object & { readonly state: NeedState };

const state = (...states: NeedState[]): Predicate => oneOf('state', states);
const LISTED = state('PUBLISHED', 'MATCHED', 'UNMET', 'FULFILLED');

const ownerUnit = all(unitPeople, is('unitId', 'UNIT'));
/** The unit that gives what is wanted. */
const giver = all(unitPeople, is('giverUnitId', 'UNIT'));

/** The relations in which a viewer stands to a need. The process table says what each may do. */
export const needRelations: Readonly<Record<NeedRelation, Predicate>> = {
  // Whoever took it down speaks for it as long as they work at that place.
  COLLECTOR: all(is('collectorId', 'PERSON'), any(grid, allianceSide, streetReviewer, streetCommittee)),
  OWNER_UNIT: ownerUnit,
  ALLIANCE_SIDE: allianceSide,
  STREET_REVIEWER: streetReviewer,
  STREET_COMMITTEE: streetCommittee,
};

/** Those whose business it is: the officials of its place, and whose need it is. */
const insiders = any(...Object.values(needRelations), grid, district);

/** May the viewer know that the need exists? */
export const needVisible: Predicate = any(
  ...[insiders, giver],
  all(LISTED, not(oneOf('privacy', ['INSIDERS'])), any(memberUnit, streetsPeople)),
  all(LISTED, oneOf('privacy', ['PUBLIC'])),
);

export const needSight = {
  /** What was said and decided on the way, and who did it. */
  story: any(insiders, giver),
  /** What could answer it: for those who may accept it, and who oversee them. */
  candidates: any(allianceSide, ownerUnit, streetReviewer, streetCommittee, all(acts('SUPERVISOR'), district)),
} as const satisfies Readonly<Record<string, Predicate>>;

const ask = (predicate: Predicate, need: NeedStanding, viewer: Viewer, links: AreaLinks) =>
  holds(predicate, need, { ...links }, viewer);

export function relationsOf(need: NeedStanding, viewer: Viewer, links: AreaLinks): ReadonlySet<NeedRelation> {
  const relations = Object.keys(needRelations) as NeedRelation[];
  return new Set(relations.filter((relation) => ask(needRelations[relation], need, viewer, links)));
}

export const isVisible = (need: NeedStanding, viewer: Viewer, links: AreaLinks): boolean =>
  ask(needVisible, need, viewer, links);
