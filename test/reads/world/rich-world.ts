import { v7 } from 'uuid';
import { orderProcess, type OrderState } from '../../../api/src/modules/orders/order.process.ts';
import { aFullOrder, copyOf, GRID, openCast, type Cast, type Kind } from '../../support/cast.ts';
import { anOrder, REASON, takeStep, type Reached } from '../../support/order-world.ts';
import { Somebody } from '../../support/somebody.ts';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../../support/world.ts';
import { agreementsInAllStates } from './agreements.ts';
import { hangOnCopies } from './hangings.ts';
import { jointMeetings } from './meetings.ts';
import { minutesOfMeetings } from './minutes.ts';
import { needsAndProjects } from './needs.ts';
import { offersAndBookings } from './offers.ts';
import { bodiesAndSeats } from './seats.ts';
import { resolutions } from './resolutions.ts';
import { writeTexts } from './texts.ts';

/** Beyond the cast of an order: whoever asked for something merged, and posts that no order knows. */
export const MORE_KINDS = ['merged', 'gridSecretary', 'volunteer', 'noPost'] as const;
export type RichKind = Kind | (typeof MORE_KINDS)[number] | 'nobody';

export interface RichCast extends Cast {
  readonly everybody: Readonly<Record<RichKind, Somebody>>;
  /** Orders in the order in which they were made. */
  readonly orders: readonly string[];
  /** The moment at which nothing moves any more. */
  readonly at: Date;
}

/** A world in which everything that can be read is there, in many forms. It is made in the same order every time. */
export async function openRichWorld(): Promise<RichCast> {
  const cast = await openCast();
  const { world } = cast;
  await world.sql.query(
    `INSERT INTO division (code, parent_code, level, name, label, path, search)
     SELECT code || '002', code, 'GRID', '第"二"网格', label || '第二网格', path || (code || '002'), search FROM division WHERE code = $1 ON CONFLICT DO NOTHING`,
    [COMMUNITY],
  );
  const [merged, gridSecretary, volunteer, noPost] = await world.people([
    ['RESIDENT', COMMUNITY],
    ['GRID_SECRETARY', GRID],
    ['VOLUNTEER', COMMUNITY],
    ['RESIDENT', COMMUNITY],
  ]);
  await world.sql.query('UPDATE session SET post_id = NULL WHERE person_id = $1', [noPost!.who.id]);
  const more = { merged: merged!, gridSecretary: gridSecretary!, volunteer: volunteer!, noPost: noPost! };
  const everybody = { ...cast.all, ...more, nobody: Somebody.nobody(world.app.url) };
  const bases = await baseOrders(cast);
  const orders = [...bases, ...(await copies({ ...cast, everybody }, bases))];
  await pastMembers(cast);
  const at = new Date(world.now().getTime() + 3_600_000);
  const rich = { ...cast, everybody, orders, at };
  await hangOnCopies(rich);
  await agreementsInAllStates(rich);
  await offersAndBookings(rich);
  await needsAndProjects(rich);
  await bodiesAndSeats(rich);
  await jointMeetings(rich);
  await resolutions(rich);
  await minutesOfMeetings(rich);
  await writeTexts(rich);
  await standStill(rich);
  return rich;
}

const STATES = Object.keys(orderProcess.states) as OrderState[];
const OWN: readonly Reached[] = [
  'DRAFT',
  'NEED_INFO',
  'OPEN',
  'IN_PROGRESS',
  'AWAITING_RATING',
  'CLEARED',
  'WITHDRAWN',
];

/** Every state, taken down by the community with a joint claim, and some of the resident's own. */
async function baseOrders(cast: Cast): Promise<string[]> {
  const found: string[] = [];
  for (const state of STATES) found.push(await aFullOrder(cast, state));
  for (const state of OWN) found.push(await anOrder(cast, state, { publishConsent: state !== 'OPEN' }));
  for (const id of found.slice(3, 6)) await cast.all.reviewer.does('note', id, { text: REASON }).catch(() => undefined);
  const sharing = await aFullOrder(cast, 'CLAIMED');
  await takeStep(cast, 'acceptShare', sharing);
  await cast.all.claiming.does('revealContact', sharing, { purpose: '联系上门' }, 'id');
  await cast.all.neighbour.does('follow', sharing, {}, 'id').catch(() => undefined);
  return [...found, sharing];
}

type Variant = (cast: Pick<RichCast, 'everybody' | 'outsideUnitId'>, n: number) => Readonly<Record<string, unknown>>;
const time = (days: number, rest = '') =>
  new Date(Date.UTC(2026, 10, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`);

const VARIANTS: readonly Variant[] = [
  ({ everybody }, n) => ({
    ...{ publish_consent: false, contact_consent: n % 2 === 0, urgency: 'URGENT', need_kind: 'SERVICE', due_at: time(-3, '456'), yellow_at: time(-5) },
    follower_ids: [everybody.neighbour.who.id, everybody.orderer.who.id, everybody.reviewer.who.id],
  }),
  ({ everybody }, n) => ({
    ...{ orderer_id: everybody.neighbour.who.id, enterer_id: everybody.neighbour.who.id, on_behalf: false, channel: 'ONLINE' },
    ...{ wish_at: time(9, '001'), due_at: time(30), yellow_at: time(-1, '999'), round: 1 + (n % 3), release_count: n % 4 },
  }),
  (_cast, n) => ({
    ...{ grid_code: n % 2 ? `${COMMUNITY}002` : null, urgency: 'COMPLEX', appealed: n % 2 === 0, proposed_at: time(0), unclaimed_at: time(0), call_back: true },
    ...{ due_at: time(40), yellow_at: time(39), extend_to: time(50), extend_count: n % 2, suspended_until: time(60), planned_start: time(2, '5') },
  }),
  ({ everybody }, n) => ({
    ...(n % 3 === 0 ? { street_code: OTHER_STREET } : { community_code: OTHER_COMMUNITY, street_code: STREET }),
    ...{ grid_code: null, due_at: null, yellow_at: null, orderer_id: everybody.stranger.who.id, submitted_at: time(-60, '123') },
  }),
]; // prettier-ignore

async function copies(cast: Cast & Pick<RichCast, 'everybody'>, bases: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [n, base] of bases.entries())
    for (const [v, variant] of VARIANTS.entries())
      if ((n + v) % 2 === 0 || v === 0) found.push(await copyOf(cast.world, base, variant(cast, n)));
  await mergeSome(cast, bases, found);
  return found;
}

/** Orders of others go on within these: of a resident, and of whoever took them down. */
async function mergeSome(cast: Cast & Pick<RichCast, 'everybody'>, bases: readonly string[], found: string[]): Promise<void> {
  const { everybody, world } = cast;
  const merged = bases[STATES.indexOf('MERGED')]!;
  const masters = [...bases.slice(1, 12), ...found.slice(0, 12)].filter((id) => id !== merged);
  for (const [n, master] of masters.entries()) {
    const who = n % 2 ? { orderer_id: everybody.merged.who.id, on_behalf: false, enterer_id: everybody.merged.who.id } : { enterer_id: everybody.community.who.id };
    found.push(await copyOf(world, merged, { ...who, master_id: master, publish_consent: n % 3 > 0 }));
  }
} // prettier-ignore

/** Units that were members once, or came back; alliances of communities. */
async function pastMembers({ world, outsideUnitId, unitId, extraUnitId }: Cast): Promise<void> {
  await world.sql.query(
    `INSERT INTO alliance (id, division_code, name, led_by) SELECT v.id::uuid, v.code, '社区"联盟"', '党委' FROM (VALUES ($1, $2), ($3, $4)) v (id, code)`,
    [v7(), COMMUNITY, v7(), OTHER_COMMUNITY],
  );
  const terms: readonly (readonly [string, string, { since: string; until?: string }])[] = [
    [outsideUnitId, STREET, { since: '2020-01-01', until: '2021-06-01' }],
    [unitId, STREET, { since: '2019-01-01T00:00:00.123456Z', until: '2020-01-01' }],
    [unitId, COMMUNITY, { since: '2025-01-01' }],
    [extraUnitId, COMMUNITY, { since: '2024-05-05', until: '2026-10-01' }],
    [extraUnitId, COMMUNITY, { since: '2026-11-01' }],
  ];
  for (const [unit, code, term] of terms) await world.joins(unit, code, term);
}

/** From here on nothing changes by itself: no clock rings, no session is seen anew, no delivery is noted. */
async function standStill({ world, at, extraUnitId }: RichCast): Promise<void> {
  await world.sql.query(`UPDATE process_clock SET next_at = NULL`);
  await world.sql.query(`UPDATE session SET last_seen_at = $1`, [at]);
  await world.sql.query(`UPDATE order_audience SET delivered_at = coalesce(delivered_at, $1) WHERE unit_id <> $2`, [at, extraUnitId]);
} // prettier-ignore
