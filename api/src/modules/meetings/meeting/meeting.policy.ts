import { acts, all, any, holds, is, isEmpty, link, oneOf, scopeWithin, type Predicate } from '../../../kernel/predicate.ts'; // prettier-ignore
import type { Role, Viewer } from '../../../kernel/viewer.ts';
import type { MeetingRelation } from './meeting.process.ts';

/** What rights depend on beyond the row. `meeting.scope.ts` declares their SQL. */
export interface MeetingLinks {
  /** The viewer's unit is a member of the alliance now. */
  readonly member: boolean;
  /** The viewer's unit is in the snapshot of those with a vote. */
  readonly entitled: boolean;
  /** The viewer's unit was asked to sit in without a vote. */
  readonly invited: boolean;
  /** The viewer's unit came. */
  readonly attended: boolean;
  /** The viewer's community lies in the street of the meeting. */
  readonly within: boolean;
}

export const NO_LINKS: MeetingLinks = {
  ...{ member: false, entitled: false, invited: false, attended: false, within: false },
};

const unit = acts('UNIT_LIAISON', 'UNIT_LEAD');
const inStreet = is('streetCode', 'SCOPE');
const inCommunity = is('communityCode', 'SCOPE');
/** A meeting of the street's own alliance. */
const ofStreet = isEmpty('communityCode');

const convener = any(all(acts('COMMUNITY_SECRETARY'), inCommunity), all(acts('STREET_COMMITTEE'), ofStreet, inStreet));
const workers = any(all(acts('COMMUNITY_WORKER'), inCommunity), all(acts('STREET_REVIEWER'), ofStreet, inStreet));
const RECORDERS_OF_COMMUNITY = ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'COMMITTEE_MEMBER'] as const;
const RECORDERS_OF_STREET = ['STREET_REVIEWER', 'STREET_COMMITTEE'] as const;
/** In which roles somebody can be named to keep the record: who only lives there works there in none. */
export const RECORDERS: readonly Role[] = [...RECORDERS_OF_COMMUNITY, ...RECORDERS_OF_STREET];
/** Whoever was named to keep the record keeps it as long as they work at that place. */
const named = all(
  is('recorderId', 'PERSON'),
  any(all(acts(...RECORDERS_OF_COMMUNITY), inCommunity), all(acts(...RECORDERS_OF_STREET), inStreet)),
);
const community = all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), any(inCommunity, all(ofStreet, link('within'))));

/** The relations in which a viewer stands to a joint meeting. The process table says what each may do. */
export const meetingRelations: Readonly<Record<MeetingRelation, Predicate>> = {
  CONVENER: convener,
  RECORDER: any(workers, named),
  MEMBER_UNIT: all(unit, any(link('member'), link('entitled'), link('invited'))),
  ATTENDING_UNIT_HEAD: all(acts('UNIT_LEAD'), link('entitled'), link('attended')),
  COMMITTEE_MEMBER: all(acts('COMMITTEE_MEMBER'), inCommunity),
  COMMUNITY: community,
  STREET: all(acts('STREET_REVIEWER', 'STREET_COMMITTEE'), inStreet),
};

/** Those who look on: the district's supervision and leaders. */
const observers = all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE'));

/** Whoever has to do with the meeting: what is said there is said among them. */
const inside = any(...Object.values(meetingRelations), observers);

/** Those who live and work at the place learn of a meeting when its minutes are issued, and read the public parts of them. */
const neighbours = all(
  oneOf('state', ['ISSUED']),
  any(
    all(acts('RESIDENT', 'VOLUNTEER'), any(inCommunity, all(ofStreet, link('within')))),
    all(acts('GRID_WORKER', 'GRID_SECRETARY'), any(scopeWithin('communityCode'), all(ofStreet, link('within')))),
  ),
);

/** May the viewer know that the meeting exists? */
export const meetingVisible: Predicate = any(inside, neighbours);

/** What of a visible meeting the viewer may read. */
export const meetingSight = {
  /** Whatever is not public: agenda, replies, who came, drafts of the minutes and those parts that are not published. */
  inside,
  /** The code by which people sign in, shown on the spot. */
  checkInCode: any(convener, workers, named),
  /** Who did what, and why. */
  story: any(
    convener,
    workers,
    named,
    community,
    all(acts('STREET_REVIEWER', 'STREET_COMMITTEE'), inStreet),
    observers,
  ),
} as const satisfies Readonly<Record<string, Predicate>>;

const ask = (predicate: Predicate, meeting: object, viewer: Viewer, links: MeetingLinks) =>
  holds(predicate, meeting as never, { ...links }, viewer);

export function relationsOf(meeting: object, viewer: Viewer, links: MeetingLinks): ReadonlySet<MeetingRelation> {
  const relations = Object.keys(meetingRelations) as MeetingRelation[];
  return new Set(relations.filter((relation) => ask(meetingRelations[relation], meeting, viewer, links)));
}

export const isVisible = (meeting: object, viewer: Viewer, links: MeetingLinks): boolean =>
  ask(meetingVisible, meeting, viewer, links);

/** Does the viewer, to whom the meeting is visible, have to do with it? Others read what is public. */
export const isInside = (meeting: object, viewer: Viewer, links: MeetingLinks): boolean =>
  ask(inside, meeting, viewer, links);

/** May the viewer show the code by which units sign in? */
export const showsCode = (meeting: object, viewer: Viewer, links: MeetingLinks): boolean =>
  ask(meetingSight.checkInCode, meeting, viewer, links);
