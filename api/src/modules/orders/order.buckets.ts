import { defineChoice, type KeyOf } from '../../kernel/choice.ts';
import type { Role, Viewer } from '../../kernel/viewer.ts';
import type { Place } from '../../platform/reads/place.ts';

export const orderBucket = defineChoice('OrderBucket', '待办分类 — What is mine to do, and what I wait for.', {
  TO_REVIEW: ['待我审单', 'Submitted orders that the reviewer must decide on.'],
  TO_DECIDE: [
    '待我裁定',
    'Releases, extensions, suspensions, disputes and unclaimed orders that the street must decide on.',
  ],
  TO_CLAIM: ['可领点单', 'Open orders that the viewer’s unit may claim.'],
  MINE: ['我在办的', 'Orders on which the viewer works; for residents their own that are not over.'],
  INVITED: ['邀我协办', 'Another unit asks the viewer’s unit to take part.'],
  SHARED: ['我协办的', 'Orders of other units in which the viewer’s unit takes part.'],
  WAITING: ['等待他人', 'Orders of the viewer that somebody else must move.'],
  YELLOW: ['黄灯', 'Close to the limit of the leading duty.'],
  RED: ['红灯', 'Past the limit of the leading duty.'],
  TO_CHECK: ['待我核查', 'Reported done; the community must check.'],
  TO_RATE: ['待我评价', 'The resident has the word.'],
  TO_ANSWER: ['待我补充', 'The reviewer asked the viewer for more.'],
});
export type OrderBucket = KeyOf<typeof orderBucket>;

const UNITS: readonly Role[] = ['UNIT_LIAISON', 'UNIT_LEAD'];
const COMMUNITY: readonly Role[] = ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'];
const OVER = `('CLEARED','WITHDRAWN','REJECTED','MERGED','REFERRED')`;
const WORK = `('CLAIMED','IN_PROGRESS')`;
const HELD_BY_OTHERS = `('RELEASE_PENDING','SUSPEND_PENDING','SUSPENDED','DONE_PENDING_CHECK','AWAITING_RATING','DISPUTED')`;

const shareOf = (state: string) =>
  `EXISTS (SELECT 1 FROM order_share s WHERE s.order_id = {o}.id AND s.unit_id = {unit} AND s.state = '${state}')`;

type ByRole = readonly (readonly [roles: readonly Role[], condition: string])[];

/** `{o}` stands for the order; `{unit}`, `{me}` and `{now}` for what the viewer brings. What a role does not name is empty for it. */
const CONDITIONS: Readonly<Record<OrderBucket, ByRole>> = {
  TO_REVIEW: [[['STREET_REVIEWER'], `{o}.state = 'SUBMITTED' AND NOT ({o}.appealed AND {o}.reviewer_id = {me})`], [['STREET_COMMITTEE'], `{o}.state = 'SUBMITTED' AND {o}.appealed`]],
  TO_DECIDE: [
    [['STREET_REVIEWER'], `({o}.state IN ('SUSPEND_PENDING','DISPUTED') OR ({o}.state = 'RELEASE_PENDING' AND {o}.release_count < 2)
      OR ({o}.state = 'IN_PROGRESS' AND {o}.extend_to IS NOT NULL AND {o}.extend_count < 1) OR ({o}.state = 'OPEN' AND {o}.unclaimed_at IS NOT NULL))`],
    [['STREET_COMMITTEE'], `(({o}.state = 'RELEASE_PENDING' AND {o}.release_count >= 2)
      OR ({o}.state = 'IN_PROGRESS' AND {o}.extend_to IS NOT NULL AND {o}.extend_count >= 1) OR ({o}.state = 'OPEN' AND {o}.unclaimed_at IS NOT NULL))`],
  ],
  TO_CLAIM: [[UNITS, `{o}.state = 'OPEN' AND {o}.unit_id IS NULL`]],
  MINE: [
    [UNITS, `{o}.unit_id = {unit} AND {o}.state IN ${WORK}`],
    [['RESIDENT'], `{o}.orderer_id = {me} AND {o}.state NOT IN ${OVER}`],
    [[...COMMUNITY, 'GRID_WORKER', 'GRID_SECRETARY'], `{o}.enterer_id = {me} AND {o}.state NOT IN ${OVER}`],
  ],
  INVITED: [[UNITS, `{o}.state IN ${WORK} AND ${shareOf('INVITED')}`]],
  SHARED: [[UNITS, `{o}.state NOT IN ${OVER} AND ${shareOf('ACCEPTED')}`]],
  WAITING: [
    [UNITS, `{o}.unit_id = {unit} AND {o}.state IN ${HELD_BY_OTHERS}`],
    [['RESIDENT'], `{o}.orderer_id = {me} AND {o}.state NOT IN ${OVER} AND {o}.state NOT IN ('DRAFT','NEED_INFO','AWAITING_RATING')`],
    [['STREET_REVIEWER', 'STREET_COMMITTEE'], `({o}.state IN ('NEED_INFO','CLAIMED','IN_PROGRESS','SUSPENDED','DONE_PENDING_CHECK','AWAITING_RATING')
      OR ({o}.state = 'OPEN' AND {o}.unclaimed_at IS NULL))`],
    [COMMUNITY, `{o}.state IN ('OPEN','CLAIMED','IN_PROGRESS','AWAITING_RATING','DISPUTED')`],
  ],
  YELLOW: [[UNITS, `{o}.unit_id = {unit} AND {o}.yellow_at <= {now} AND {o}.due_at >= {now}`],
    [['STREET_REVIEWER', 'STREET_COMMITTEE', ...COMMUNITY, 'SUPERVISOR', 'DISTRICT_LEADER'], `{o}.yellow_at <= {now} AND {o}.due_at >= {now}`]],
  RED: [[UNITS, `{o}.unit_id = {unit} AND {o}.due_at < {now}`],
    [['STREET_REVIEWER', 'STREET_COMMITTEE', ...COMMUNITY, 'SUPERVISOR', 'DISTRICT_LEADER'], `{o}.due_at < {now}`]],
  TO_CHECK: [[COMMUNITY, `{o}.state = 'DONE_PENDING_CHECK'`]],
  TO_RATE: [[['RESIDENT'], `{o}.state = 'AWAITING_RATING' AND ({o}.orderer_id = {me} OR EXISTS (SELECT 1 FROM orders m WHERE m.master_id = {o}.id AND m.orderer_id = {me}))
      AND NOT EXISTS (SELECT 1 FROM order_rating r WHERE r.order_id = {o}.id AND r.round = {o}.round AND r.person_id = {me})`]],
  TO_ANSWER: [[['RESIDENT'], `{o}.state = 'NEED_INFO' AND {o}.orderer_id = {me}`],
    [[...COMMUNITY, 'GRID_WORKER'], `{o}.state = 'NEED_INFO' AND {o}.on_behalf AND {o}.enterer_id = {me}`]],
}; // prettier-ignore

/** The condition of a bucket, beside what is visible to the viewer; `false` where it is not a bucket of theirs. */
export function bucketCondition(bucket: OrderBucket, { row, statement }: Place): string {
  const { viewer, parameters } = statement;
  const condition = conditionOf(bucket, viewer);
  if (condition === null) return 'false';
  const words: Readonly<Record<string, () => string>> = {
    o: () => row,
    unit: () => parameters.term('UNIT', 'uuid'),
    me: () => parameters.term('PERSON', 'uuid'),
    now: () => parameters.now(),
  };
  return `(${condition.replaceAll(/\{(\w+)\}/g, (_whole, key: string) => words[key]!())})`;
}

/** Buckets that mean something in the role of the viewer. */
export const bucketsOf = (viewer: Viewer): OrderBucket[] =>
  orderBucket.keys.filter((bucket) => conditionOf(bucket, viewer) !== null);

function conditionOf(bucket: OrderBucket, { post }: Viewer): string | null {
  return CONDITIONS[bucket].find(([roles]) => post !== null && roles.includes(post.role))?.[1] ?? null;
}
