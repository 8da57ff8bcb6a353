import { randomInt, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { NOBODY, type Role, type Viewer } from '../../api/src/kernel/viewer.ts';
import type { OrderLinks, OrderStanding } from '../../api/src/modules/orders/order.policy.ts';
import type { OrderState } from '../../api/src/modules/orders/order.process.ts';
import { draft, openOrderWorld, REASON, takeStep, TO_STATE, type OrderWorld } from './order-world.ts';
import { type Somebody } from './somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET, type World } from './world.ts';

export const GRID = `${COMMUNITY}001`;

/** Every kind of viewer that an order can have. */
export const KINDS = {
  ...{ orderer: 'RESIDENT', neighbour: 'RESIDENT', stranger: 'RESIDENT' },
  ...{ enterer: 'COMMUNITY_WORKER', community: 'COMMUNITY_WORKER', otherCommunity: 'COMMUNITY_WORKER' },
  ...{ secretary: 'COMMUNITY_SECRETARY', grid: 'GRID_WORKER', otherGrid: 'GRID_WORKER' },
  ...{ reviewer: 'STREET_REVIEWER', rejecter: 'STREET_REVIEWER', otherStreet: 'STREET_REVIEWER' },
  ...{ committee: 'STREET_COMMITTEE', otherCommittee: 'STREET_COMMITTEE' },
  ...{ eligible: 'UNIT_LIAISON', claiming: 'UNIT_LIAISON', lead: 'UNIT_LEAD', invited: 'UNIT_LIAISON', outside: 'UNIT_LIAISON' },
  ...{ supervisor: 'SUPERVISOR', leader: 'DISTRICT_LEADER', officer: 'DEPARTMENT_OFFICER' },
  ...{ system: 'SYSTEM_ADMIN', security: 'SECURITY_ADMIN', auditor: 'AUDITOR' },
} as const; // prettier-ignore
export type Kind = keyof typeof KINDS;

/** One of every kind, and the world they live in. */
export interface Cast extends OrderWorld {
  readonly all: Readonly<Record<Kind, Somebody>>;
  readonly outsideUnitId: string;
  /** A member unit, unknown to any audience until somebody widens it. */
  readonly extraUnitId: string;
  /** The audience of the orders. */
  readonly chosen: readonly string[];
}

export async function openCast(): Promise<Cast> {
  const people = await openOrderWorld();
  await addGrid(people.world);
  const { world, unitId, rivalUnitId } = people;
  const eligible = await world.unit('演示商户丙');
  const outside = await world.unit('演示企业丁', [OTHER_STREET], OTHER_STREET);
  const scopes: Partial<Record<Kind, string>> = {
    ...{ orderer: COMMUNITY, neighbour: COMMUNITY, stranger: OTHER_COMMUNITY },
    ...{ enterer: COMMUNITY, community: COMMUNITY, otherCommunity: OTHER_COMMUNITY },
    ...{ secretary: COMMUNITY, grid: GRID, otherGrid: `${COMMUNITY}002` },
    ...{ reviewer: STREET, rejecter: STREET, otherStreet: OTHER_STREET, committee: STREET, otherCommittee: OTHER_STREET },
    ...{ eligible, claiming: unitId, lead: unitId, invited: rivalUnitId, outside, officer: eligible },
  }; // prettier-ignore
  const extraUnitId = await world.unit('演示医院戊');
  const kinds = Object.keys(KINDS) as Kind[];
  const made = await world.people(kinds.map((kind) => [KINDS[kind] as Role, scopes[kind] ?? DISTRICT] as const));
  const all = Object.fromEntries(kinds.map((kind, index) => [kind, made[index]!])) as Record<Kind, Somebody>;
  const { orderer: resident, reviewer, committee, community, supervisor, claiming: liaison, invited: rival } = all;
  return {
    ...people,
    chosen: [unitId, rivalUnitId, eligible],
    ...{
      all,
      resident,
      reviewer,
      committee,
      community,
      supervisor,
      liaison,
      rival,
      outsideUnitId: outside,
      extraUnitId,
    },
    otherReviewer: all.rejecter,
  };
}

const addGrid = ({ sql }: World) =>
  sql.query(
    `INSERT INTO division (code, parent_code, level, name, label, path, search)
     SELECT $2, code, 'GRID', '第一网格', label || '第一网格', path || $2::text, search FROM division WHERE code = $1 ON CONFLICT DO NOTHING`,
    [COMMUNITY, GRID],
  );

/** An order of a resident, taken down by the community, claimed by one unit with another one invited. */
export async function aFullOrder(cast: Cast, state: OrderState, more: object = {}): Promise<string> {
  const { all, rivalUnitId } = cast;
  const said = { residentName: '示例甲', residentPhone: all.orderer.who.phone, channel: 'HALL', place: GRID };
  const id = await draft(all.enterer, { ...said, ...more });
  for (const action of TO_STATE[state]) {
    if (action === 'claim') await takeStep(cast, 'claimJoint', id, { coUnits: [rivalUnitId], parts: '甲主办，乙协助' });
    else if (action === 'approve') await takeStep(cast, 'approve', id, { audience: 'CHOSEN', units: cast.chosen });
    else if (action === 'reject') await all.rejecter.does('reject', id, REJECTION);
    else await takeStep(cast, action, id);
  }
  return id;
}
const REJECTION = { cause: 'NOT_OURS', reason: REASON, basis: '服务公约第三条' };

const COPIED = {
  order_audience: 'unit_id, round, offered_at, delivered_at',
  order_share: 'unit_id, part, state, invited_at, answered_at',
  order_rating:
    'round, CASE WHEN voice_id = order_id THEN $2 ELSE voice_id END AS voice_id, person_id, relayed, satisfied, score, text, at',
} as const;

/** A second order that stands exactly where the first one does; `change` is SQL for its columns. */
export async function copyOf(
  { sql }: World,
  id: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const copy = v7();
  const mark = `${copy.slice(-12)}${String(randomInt(1000))}`;
  await sql.query(
    `INSERT INTO orders SELECT (jsonb_populate_record(o, $3::jsonb || jsonb_strip_nulls(jsonb_build_object('id', $2::text,
       'number', o.number || '-' || $4::text, 'serial', o.serial || '-' || $4::text)))).* FROM orders o WHERE o.id = $1`,
    [id, copy, JSON.stringify(change), mark],
  );
  for (const [table, columns] of Object.entries(COPIED))
    await sql.query(
      `INSERT INTO ${table} (order_id, ${columns.replace(/CASE.*AS /, '')}) SELECT $2::uuid, ${columns.replaceAll('$2', '$2::uuid')} FROM ${table} WHERE order_id = $1`,
      [id, copy],
    );
  await sql.query(
    `INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at, released_at, at_fault)
     SELECT gen_random_uuid(), $2, unit_id, person_id, round, assigned, claimed_at, released_at, at_fault FROM order_claim WHERE order_id = $1`,
    [id, copy],
  );
  // Their bytes stay with the first one: whoever asks after evidence wants the digest.
  await sql.query(
    `INSERT INTO file SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'subject_id', $2::text))).* FROM file f WHERE f.subject_id = $1`,
    [id, copy],
  );
  await sql.query(
    `INSERT INTO process_clock SELECT (jsonb_populate_record(c, jsonb_build_object('subject_id', $2::text))).* FROM process_clock c WHERE c.subject_id = $1`,
    [id, copy],
  );
  return copy;
}

/** Everything that is kept of an order, for comparing before and after. */
export async function keptOf({ sql }: World, id: string): Promise<unknown> {
  const { rows } = await sql.query(
    `SELECT to_jsonb(o) AS row,
       (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.action) FROM process_clock c WHERE c.subject_id = o.id) AS clocks,
       (SELECT jsonb_agg(e.id ORDER BY e.id) FROM (SELECT id FROM event WHERE subject_id = o.id) e) AS events,
       (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.unit_id) FROM order_audience a WHERE a.order_id = o.id) AS audience,
       (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.unit_id) FROM order_share s WHERE s.order_id = o.id) AS shares,
       (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id) FROM order_claim l WHERE l.order_id = o.id) AS claims,
       (SELECT jsonb_agg(to_jsonb(r)) FROM order_rating r WHERE r.order_id = o.id) AS ratings
     FROM orders o WHERE o.id = $1`,
    [id],
  );
  return rows[0];
}

/** Somebody as the rules see them. */
export function viewerOf({ who }: Somebody): Viewer {
  if (who.token === '') return NOBODY;
  const post = { id: who.postId, role: who.role, scope: who.scope, scopeName: '', endsAt: null };
  return { kind: 'PERSON', personId: who.id, sessionId: who.id, post };
}

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

type Standing = OrderStanding & { readonly unitId: string | null };

/** An order as the rules see it, straight from the database. */
export async function standingOf({ sql }: World, id: string): Promise<Standing> {
  const { rows } = await sql.query<Record<string, unknown>>('SELECT * FROM orders WHERE id = $1', [id]);
  const entries = Object.entries(rows[0]!).map(([name, value]) => [camel(name), value]);
  return Object.fromEntries(entries) as Standing;
}

/** What rights depend on beyond the row, straight from the database. */
export async function linksOf({ sql }: World, id: string, { who }: Somebody): Promise<OrderLinks> {
  const unit = who.level === 'unit' ? who.scope : null;
  const resident = who.role === 'RESIDENT' && who.id !== '' ? who.id : null;
  const { rows } = await sql.query<OrderLinks>(
    `SELECT EXISTS (SELECT 1 FROM order_audience WHERE order_id = $1 AND unit_id = $2) AS eligible,
       (SELECT state FROM order_share WHERE order_id = $1 AND unit_id = $2) AS share,
       EXISTS (SELECT 1 FROM orders WHERE master_id = $1 AND orderer_id = $3) AS merged`,
    [id, unit, resident],
  );
  return rows[0]!;
}

interface Dealings {
  readonly followed: boolean;
  readonly rated: boolean;
  readonly evaluated: boolean;
}

/** What somebody did with an order already, straight from the database. */
export async function dealingsOf({ sql }: World, id: string, { who }: Somebody): Promise<Dealings> {
  const { rows } = await sql.query<Dealings>(
    `SELECT $2 = ANY (follower_ids) AS followed,
       EXISTS (SELECT 1 FROM order_rating r WHERE r.order_id = o.id AND r.round = o.round AND r.person_id = $2) AS rated,
       EXISTS (SELECT 1 FROM order_evaluation v WHERE v.order_id = o.id AND v.round = o.round) AS evaluated
     FROM orders o WHERE id = $1`,
    [id, who.id],
  );
  return rows[0]!;
}

/** Does many things, a few at a time. */
export async function inTurn<T>(things: readonly T[], work: (thing: T) => Promise<void>, atOnce = 8): Promise<void> {
  const waiting = [...things];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export const anyKey = () => ({ idempotencyKey: randomUUID() });
