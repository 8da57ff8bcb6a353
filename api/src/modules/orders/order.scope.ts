import { unitOf, type Viewer } from '../../kernel/viewer.ts';

/** A condition over `orders o`, and the parameters it adds from `$n` on. */
export interface Scope {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const NOTHING: Scope = { sql: 'false', values: [] };
const SENT = `o.state <> 'DRAFT'`;
const PUBLISHED = `o.publish_consent AND o.state IN ('OPEN','CLAIMED','IN_PROGRESS','RELEASE_PENDING','SUSPEND_PENDING','SUSPENDED',
  'DONE_PENDING_CHECK','AWAITING_RATING','DISPUTED','CLEARED')`;

/** `isVisible` of order.policy.ts as SQL: which orders a viewer may know of. `at` is the number of the first free parameter. */
export function visibleOrders(viewer: Viewer, at: number): Scope {
  const { post, personId } = viewer;
  if (!post) return NOTHING;
  const [here, me] = [`$${at}`, `$${at + 1}`];
  switch (post.role) {
    case 'STREET_REVIEWER':
    case 'STREET_COMMITTEE':
      return { sql: `o.street_code = ${here} AND ${SENT}`, values: [post.scope] };
    case 'COMMUNITY_WORKER':
    case 'COMMUNITY_SECRETARY':
      return communityScope(post.role, post.scope, personId!, at);
    case 'GRID_WORKER':
    case 'GRID_SECRETARY':
      return {
        sql: `((o.grid_code = ${here} OR (o.grid_code IS NULL AND o.community_code = left(${here}, 12))) AND (${SENT} OR (o.on_behalf AND o.enterer_id = ${me})))`,
        values: [post.scope, personId],
      };
    case 'SUPERVISOR':
    case 'DISTRICT_LEADER':
      return { sql: `o.district_code = ${here} AND ${SENT}`, values: [post.scope] };
    case 'UNIT_LIAISON':
    case 'UNIT_LEAD':
      return unitScope(unitOf(viewer)!, at);
    case 'RESIDENT':
      return {
        sql: `(o.orderer_id = ${me} OR (${SENT} AND EXISTS (SELECT 1 FROM orders m WHERE m.master_id = o.id AND m.orderer_id = ${me}))
          OR (o.community_code = ${here} AND ${PUBLISHED}))`,
        values: [post.scope, personId],
      };
    default:
      return NOTHING;
  }
}

function communityScope(role: string, community: string, personId: string, at: number): Scope {
  const [here, me] = [`$${at}`, `$${at + 1}`];
  if (role === 'COMMUNITY_SECRETARY') return { sql: `o.community_code = ${here} AND ${SENT}`, values: [community] };
  return {
    sql: `o.community_code = ${here} AND (${SENT} OR (o.on_behalf AND o.enterer_id = ${me}))`,
    values: [community, personId],
  };
}

function unitScope(unit: string, at: number): Scope {
  const mine = `$${at}`;
  return {
    sql: `${SENT} AND (o.unit_id = ${mine}
      OR EXISTS (SELECT 1 FROM order_audience a WHERE a.order_id = o.id AND a.unit_id = ${mine})
      OR EXISTS (SELECT 1 FROM order_share s WHERE s.order_id = o.id AND s.unit_id = ${mine} AND s.state IN ('INVITED', 'ACCEPTED')))`,
    values: [unit],
  };
}
