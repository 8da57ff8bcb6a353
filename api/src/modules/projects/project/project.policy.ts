import { all, any, holds, is, isTrue, link, not, oneOf, type Predicate } from '../../../kernel/predicate.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { CaseFile } from '../../../platform/process/case.ts';
import { allianceHead, allianceSide, district, grid, memberUnit, resident, streetCommittee, streetReviewer, streetsPeople, unitPeople, type AreaLinks } from '../standing.ts'; // prettier-ignore
import type { ProjectRelation, ProjectState } from './project.process.ts';

/** Of the row, what rights depend on. */
export type ProjectStanding = object & { readonly state: ProjectState };

const state = (...states: ProjectState[]): Predicate => oneOf('state', states);
/** Agreed: from then on it is no secret. */
const LISTED = not(state('PROPOSED', 'ABORTED'));

const claimingUnit = all(unitPeople, is('unitId', 'UNIT'));
const proposerUnit = all(unitPeople, is('proposerUnitId', 'UNIT'));

/** The relations in which a viewer stands to a project. The process table says what each may do. */
export const projectRelations: Readonly<Record<ProjectRelation, Predicate>> = {
  // A unit proposes as a whole; of officials whoever did, as long as they work at that place.
  PROPOSER: any(proposerUnit, all(is('proposerId', 'PERSON'), any(allianceSide, streetReviewer, streetCommittee))),
  ALLIANCE_SIDE: allianceSide,
  ALLIANCE_HEAD: allianceHead,
  STREET_COMMITTEE: streetCommittee,
  MEMBER_UNIT: memberUnit,
  CLAIMING_UNIT: claimingUnit,
  BENEFICIARY: resident,
};

/** Those whose business it is: who proposed it, the officials of its place, the unit that does it. */
const insiders = any(projectRelations.PROPOSER, allianceSide, streetReviewer, streetCommittee, district, claimingUnit);
const neighbours = any(memberUnit, resident, grid, streetsPeople);

/** May the viewer know that the project exists? */
export const projectVisible: Predicate = any(insiders, all(LISTED, neighbours));

export const projectSight = {
  /** What was said and decided on the way, and who did it. */
  story: insiders,
} as const satisfies Readonly<Record<string, Predicate>>;

const ask = (predicate: Predicate, project: ProjectStanding, viewer: Viewer, links: AreaLinks) =>
  holds(predicate, project, { ...links }, viewer);

export function relationsOf(project: ProjectStanding, viewer: Viewer, links: AreaLinks): ReadonlySet<ProjectRelation> {
  const relations = Object.keys(projectRelations) as ProjectRelation[];
  return new Set(relations.filter((relation) => ask(projectRelations[relation], project, viewer, links)));
}

export const isVisible = (project: ProjectStanding, viewer: Viewer, links: AreaLinks): boolean =>
  ask(projectVisible, project, viewer, links);

/** Which photos are shown, over the photo: the result to everybody, where whoever took it agreed. The project lends `story`. */
export const photoVisible: Predicate = any(link('story'), all(oneOf('purpose', ['AFTER']), isTrue('publishConsent')));

/** The same of one photo. */

export const seesFile = (project: ProjectStanding, viewer: Viewer, links: AreaLinks, file: CaseFile): boolean =>
  (file.purpose === 'AFTER' && file.publishConsent) || ask(projectSight.story, project, viewer, links);
