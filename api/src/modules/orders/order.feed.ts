import type { FedEvent } from '../../kernel/event.ts';
import { ROLES, unitOf, type Role, type Viewer } from '../../kernel/viewer.ts';
import type { Topic } from '../../platform/feed/topic.ts';
import type { House } from '../../platform/house.ts';
import { noteDelivered } from './order.delivery.ts';
import { orderNotice } from './order.notice.ts';

/** Acts that concern nobody but whoever did them. */
const SILENT = new Set(['edit', 'note', 'follow', 'unfollow', 'revealContact']);
/** A draft that was taken back never left the hands of whoever wrote it. */
const isUnsent = ({ from, to }: FedEvent) => from === 'DRAFT' && to === 'WITHDRAWN';
const isTold = (event: FedEvent) =>
  event.noun === 'order' && !SILENT.has(event.action) && event.to !== 'DRAFT' && !isUnsent(event);
const UNITS: readonly Role[] = ['UNIT_LIAISON', 'UNIT_LEAD'];

/** What happened to an order, as its audience reads it. */
function forAudience(event: FedEvent, unit: string): string {
  if (event.to === 'OPEN' && (event.from !== 'OPEN' || event.action === 'widen')) return 'OPENED';
  if (event.from === 'OPEN' && event.to !== 'OPEN') return afterOpen(event, unit);
  return event.action.startsWith('deadline') ? 'DEADLINE' : 'CHANGED';
}

/** The order is open no longer: somebody has it, or nobody will. */
function afterOpen(event: FedEvent, unit: string): string {
  if (event.to !== 'CLAIMED') return 'WITHDRAWN';
  const holder = event.action === 'assign' ? event.data['unitId'] : event.unitId;
  if (holder !== unit) return isInvited(event, unit) ? 'INVITED' : 'TAKEN';
  return event.action === 'assign' ? 'ASSIGNED' : 'CHANGED';
}

const isInvited = ({ data: { coUnits } }: FedEvent, unit: string) => Array.isArray(coUnits) && coUnits.includes(unit);

/** 单位的领单大厅: orders opened to the unit, taken by another, withdrawn, assigned to it, asked to take part in; and what becomes of its own. */
const claimHall = (house: House): Topic => ({
  field: 'claimHall',
  shows: orderNotice,
  classOf: (viewer) =>
    viewer.post && UNITS.includes(viewer.post.role) ? `${viewer.post.role}:${viewer.post.scope}` : null,
  concerns(event, viewer) {
    const unit = unitOf(viewer);
    return unit !== null && isTold(event) && event.unitIds.includes(unit) ? forAudience(event, unit) : null;
  },
  // What one of the unit follows is not what the others follow.
  shownAs: (viewer) => ({ ...viewer, personId: null }),
  delivered: (events, viewer) => noteDelivered(house, events, viewer),
});

const DESK_KINDS: Readonly<Record<string, string>> = {
  ...{ submit: 'SUBMITTED', answer: 'SUBMITTED', lapse: 'SUBMITTED', appeal: 'SUBMITTED', flagUnclaimed: 'UNCLAIMED' },
  ...{
    requestRelease: 'RELEASED',
    requestExtend: 'DECISION_ASKED',
    requestSuspend: 'DECISION_ASKED',
    dispute: 'DISPUTED',
  },
  ...{ finish: 'TO_CHECK', deadlineNear: 'DEADLINE', deadlineMissed: 'OVERDUE' },
};

const DESKS: readonly Role[] =
  ['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER']; // prettier-ignore

/** Is the place of the event within the scope of an official? */
function isHere({ places }: FedEvent, { post }: Viewer): boolean {
  const level = ROLES[post!.role].level;
  // What names no grid happened in every grid of the community.
  if (level === 'grid' && places.grid === null) return post!.scope.startsWith(places.community!);
  return level !== 'unit' && places[level] === post!.scope;
}

/** The district hears of what was escalated to it; everything else is the business of street and community. */
const reachesDistrict = (event: FedEvent) => event.data['escalatedTo'] === 'district' || event.action === 'supervise';

/** Rights of officials depend on the person too: whoever rejected does not decide on the appeal. 镇街、社区、网格、督查的工作台: submitted, unclaimed, given back, disputed, to check, overdue. */
const reviewDesk = (): Topic => ({
  field: 'reviewDesk',
  shows: orderNotice,
  classOf: (viewer) =>
    viewer.post && DESKS.includes(viewer.post.role)
      ? `${viewer.post.role}:${viewer.post.scope}:${viewer.personId}`
      : null,
  concerns(event, viewer) {
    if (!isTold(event) || !viewer.post || !isHere(event, viewer)) return null;
    if (ROLES[viewer.post.role].level === 'district' && !reachesDistrict(event)) return null;
    return DESK_KINDS[event.action] ?? 'CHANGED';
  },
});

/** Who can have ordered something, taken it down for a resident, or follow it. */
const FOLLOWERS: readonly Role[] =
  ['RESIDENT', 'GRID_WORKER', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LIAISON', 'UNIT_LEAD', 'SUPERVISOR']; // prettier-ignore

/** 我的点单: what happens to orders that somebody placed, took down for a resident, or follows. */
const myOrders = (): Topic => ({
  field: 'myOrders',
  shows: orderNotice,
  classOf: ({ post, personId }) =>
    post && FOLLOWERS.includes(post.role) ? `${post.role}:${post.scope}:${personId}` : null,
  concerns: (event, { personId }) => (isTold(event) && event.personIds.includes(personId!) ? 'CHANGED' : null),
});

export const orderTopics = (house: House): readonly Topic[] => [claimHall(house), reviewDesk(), myOrders()];
