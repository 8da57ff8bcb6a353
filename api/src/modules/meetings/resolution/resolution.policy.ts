import { acts, all, any, holds, is, isEmpty, isTrue, link, not, oneOf, type Predicate } from '../../../kernel/predicate.ts'; // prettier-ignore
import { ROLES_OF_UNITS, type Viewer } from '../../../kernel/viewer.ts';
import type { ResolutionRelation } from './resolution.process.ts';

/** What rights depend on beyond the row. `resolution.scope.ts` declares their SQL. */
export interface ResolutionLinks {
  /** The viewer's unit takes part beside the leading one. */
  readonly coUnit: boolean;
  /** The viewer's unit is a member of the alliance now. */
  readonly member: boolean;
  /** The viewer's community lies in the street of the meeting. */
  readonly within: boolean;
}

export const NO_LINKS: ResolutionLinks = { coUnit: false, member: false, within: false };

const unit = acts('UNIT_LIAISON', 'UNIT_LEAD');
const inStreet = is('streetCode', 'SCOPE');
const inCommunity = is('communityCode', 'SCOPE');
/** Of the street's own alliance. */
const ofStreet = isEmpty('communityCode');
const community = any(inCommunity, all(ofStreet, link('within')));

const convener = any(all(acts('COMMUNITY_SECRETARY'), inCommunity), all(acts('STREET_COMMITTEE'), ofStreet, inStreet));
const workers = any(all(acts('COMMUNITY_WORKER'), inCommunity), all(acts('STREET_REVIEWER'), ofStreet, inStreet));
/** Whoever recorded it goes on with the record as long as they work at that place. */
const recorded = all(
  is('recorderId', 'PERSON'),
  any(all(acts('COMMITTEE_MEMBER'), inCommunity), all(acts('STREET_REVIEWER', 'STREET_COMMITTEE'), inStreet)),
);
const lead = all(unit, is('leadUnitId', 'UNIT'));
const street = all(acts('STREET_REVIEWER', 'STREET_COMMITTEE'), inStreet);

/** The relations in which a viewer stands to a resolution. The process table says what each may do. */
export const resolutionRelations: Readonly<Record<ResolutionRelation, Predicate>> = {
  RECORDER: any(workers, recorded),
  CONVENER: convener,
  LEAD_UNIT: lead,
  LEAD_UNIT_HEAD: all(acts('UNIT_LEAD'), is('leadUnitId', 'UNIT')),
  // Nobody checks what they have done themselves; who holds a post in a unit that did it is refused by the verb.
  CHECKER: all(
    any(all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), community), street),
    not(is('executorId', 'PERSON')),
  ),
  COMMUNITY_WORKER: all(acts('COMMUNITY_WORKER'), community),
  STREET_COMMITTEE: all(acts('STREET_COMMITTEE'), inStreet),
};

const officials = any(
  ...[convener, workers, recorded, street],
  all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), community),
  all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE')),
);
const works = all(unit, any(is('leadUnitId', 'UNIT'), link('coUnit')));
/** What was taken out of the record is the business of those who keep it. */
const standing = not(oneOf('state', ['DROPPED']));

/** May the viewer know that the resolution exists? */
export const resolutionVisible: Predicate = any(
  officials,
  all(standing, any(works, all(unit, link('member')), all(acts('COMMITTEE_MEMBER'), inCommunity))),
);

/** What of a visible resolution the viewer may read beyond what was resolved and how it stands: who said and did what on the way. */
export const resolutionStory: Predicate = any(officials, works);

const lentStory = link('story');
/** Who may look at a photo of a resolution they see: beyond those whose business it is only with the consent of whoever took it. */
export const resolutionPhotoVisible: Predicate = any(
  all(not(acts(...ROLES_OF_UNITS)), is('uploaderId', 'PERSON')),
  any(lentStory, isTrue('publishConsent')),
);

const ask = (predicate: Predicate, resolution: object, viewer: Viewer, links: ResolutionLinks) =>
  holds(predicate, resolution as never, { ...links }, viewer);

export function relationsOf(
  resolution: object,
  viewer: Viewer,
  links: ResolutionLinks,
): ReadonlySet<ResolutionRelation> {
  const relations = Object.keys(resolutionRelations) as ResolutionRelation[];
  return new Set(relations.filter((relation) => ask(resolutionRelations[relation], resolution, viewer, links)));
}

export const isVisible = (resolution: object, viewer: Viewer, links: ResolutionLinks): boolean =>
  ask(resolutionVisible, resolution, viewer, links);

/** May the viewer look at this photo of the resolution? */
export function seesFile(resolution: object, viewer: Viewer, links: ResolutionLinks, file: object): boolean {
  const story = ask(resolutionStory, resolution, viewer, links);
  return holds(resolutionPhotoVisible, { ...file }, { story }, viewer);
}
