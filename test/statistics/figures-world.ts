import { v7 } from 'uuid';
import { between, mulberry32, pick, type Random } from '../../seeds/random.ts';
import { anOrder, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

/** An order as the test knows it: everything that figures can depend on. */
export interface Known {
  readonly id: string;
  readonly state: string;
  readonly round: number;
  readonly street: string;
  readonly community: string;
  readonly category: string;
  readonly unit: string | null;
  readonly submitted: Date;
  readonly yellow: Date | null;
  readonly due: Date | null;
  /** Units that reported it done too late. */
  readonly lateOf: readonly string[];
  readonly words: readonly Word[];
  /** The unit had it once before and gave it back. */
  readonly returned: boolean;
}

/** What one of those who asked for it said of a round. */
export interface Word {
  readonly round: number;
  /** Their own order, or one that was merged into it. */
  readonly voice: 'OWN' | 'MERGED';
  readonly relayed: boolean;
  readonly satisfied: boolean;
  readonly score: number | null;
}

export interface FiguresWorld extends OrderWorld {
  readonly orders: readonly Known[];
  readonly units: readonly string[];
}

const HELD = ['CLAIMED', 'IN_PROGRESS', 'SUSPENDED', 'DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED'];
const FREE = ['SUBMITTED', 'NEED_INFO', 'OPEN', 'REJECTED', 'WITHDRAWN', 'REFERRED'];
const TIMED = ['SUBMITTED', 'OPEN', 'CLAIMED', 'IN_PROGRESS', 'DONE_PENDING_CHECK', 'DISPUTED'];
const DAY = 86_400_000;

/** A house with some hundred orders of two streets, of every sort that figures tell apart. */
export async function openFiguresWorld(): Promise<FiguresWorld> {
  const people = await openOrderWorld();
  const { world } = people;
  const units = [people.unitId, people.rivalUnitId];
  // Seven members in all: medians speak of five at least.
  for (let n = 1; n <= 5; n += 1) units.push(await world.unit(`演示单位${String(n)}`));
  const base = await anOrder(people, 'SUBMITTED');
  const places = await placesOf(people);
  const random = mulberry32(20_261_102);
  const orders = Array.from({ length: 400 }, () => someOrder(random, { places, units, now: world.now() }));
  await write(people, base, orders);
  await world.sql.query('VACUUM ANALYZE orders, order_rating, event, order_claim');
  return { ...people, units, orders: [...orders, await knownOf(people, base)] };
}

async function placesOf({ world }: OrderWorld): Promise<readonly [street: string, community: string][]> {
  const { rows } = await world.sql.query<{ code: string }>('SELECT code FROM division WHERE parent_code = $1 ORDER BY code LIMIT 1', [OTHER_STREET]); // prettier-ignore
  return [[STREET, COMMUNITY], [STREET, COMMUNITY], [STREET, OTHER_COMMUNITY], [OTHER_STREET, rows[0]!.code]]; // prettier-ignore
}

interface Where {
  readonly places: readonly [string, string][];
  readonly units: readonly string[];
  readonly now: Date;
}

function someOrder(random: Random, { places, units, now }: Where): Known {
  const held = random() < 0.7;
  const state = pick(random, held ? HELD : FREE);
  const [street, community] = pick(random, places);
  // The last two units have little to do.
  const unit = held ? pick(random, random() < 0.05 ? units : units.slice(0, 5)) : null;
  const round = random() < 0.8 ? 1 : 2;
  const due = TIMED.includes(state) ? new Date(now.getTime() + between(random, -5, 6) * DAY + 3_600_000) : null;
  return {
    ...{ id: v7(), state, street, community, unit, round, due, category: pick(random, ['PUBLIC_FACILITY', 'ENVIRONMENT']) },
    submitted: new Date(now.getTime() - between(random, 1, 2400) * 3_600_000),
    yellow: due && new Date(due.getTime() - 2 * DAY),
    returned: unit !== null && random() < 0.25,
    lateOf: random() < 0.25 ? [random() < 0.8 && unit ? unit : units[0]!] : [],
    words: ['DISPUTED', 'CLEARED', 'AWAITING_RATING', 'IN_PROGRESS'].includes(state) ? wordsOf(random, round) : [],
  };
} // prettier-ignore

function wordsOf(random: Random, round: number): Word[] {
  const word = (of: number, voice: Word['voice'], relayed = false): Word => {
    const satisfied = random() < 0.7;
    const score = satisfied || random() < 0.5 ? between(random, satisfied ? 3 : 1, 5) : null;
    return { round: of, voice, relayed, satisfied, score };
  };
  return [
    ...(random() < 0.6 ? [word(round, 'OWN')] : []),
    ...(random() < 0.2 ? [word(round, 'OWN', true)] : []),
    ...(random() < 0.2 ? [word(round, 'MERGED')] : []),
    ...(round > 1 ? [word(round - 1, 'OWN')] : []),
  ];
}

const ORDERS = `INSERT INTO orders SELECT (jsonb_populate_record(b, change)).* FROM orders b, jsonb_array_elements($2::jsonb) change WHERE b.id = $1`;
const LATE = `INSERT INTO event (id, noun, subject_id, action, at, unit_id, clocks) SELECT gen_random_uuid(), 'order', id, 'finish', now(), unit,
  '[{"action": "report", "light": "GREEN"}, {"action": "finish", "light": "RED", "dueAt": "2026-01-01T00:00:00Z"}]' FROM unnest($1::uuid[], $2::uuid[]) AS e (id, unit)`;
const IN_TIME = `INSERT INTO event (id, noun, subject_id, action, at, unit_id, clocks) SELECT gen_random_uuid(), 'order', id, 'finish', now(), unit,
  '[{"action": "report", "light": "RED"}, {"action": "finish", "light": "YELLOW"}]' FROM unnest($1::uuid[], $2::uuid[]) AS e (id, unit)`;
const RATINGS = `INSERT INTO order_rating (order_id, round, voice_id, person_id, relayed, satisfied, score, at)
  SELECT o.id, w.round, CASE voice WHEN 'OWN' THEN o.id ELSE $2::uuid END, o.orderer_id, w.relayed, w.satisfied, w.score, now()
  FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, round int, voice text, satisfied boolean, score int, relayed boolean) JOIN orders o ON o.id = w.id`;
const CLAIMS = `INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at, released_at)
  SELECT gen_random_uuid(), c.id, c.unit, $4, 1, false, c.at, CASE WHEN c.gone THEN c.at + interval '1 hour' END
  FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $5::boolean[]) AS c (id, unit, at, gone)`;

async function write({ world, resident }: OrderWorld, base: string, orders: readonly Known[]): Promise<void> {
  const run = (text: string, values: unknown[]) => world.sql.query(text, values);
  await run(ORDERS, [base, JSON.stringify(orders.map(rowOf))]);
  const late = orders.flatMap(({ id, lateOf }) => lateOf.map((unit) => [id, unit] as const));
  await run(LATE, [late.map(([id]) => id), late.map(([, unit]) => unit)]);
  const held = orders.filter(({ unit }) => unit !== null);
  await run(IN_TIME, [held.map(({ id }) => id), held.map(({ unit }) => unit)]);
  const words = orders.flatMap(({ id, words: said }) => said.map((word) => ({ id, ...word })));
  await run(RATINGS, [JSON.stringify(words), base]);
  const claims = held.flatMap((order) =>
    (order.returned ? [true, false] : [false]).map((gone) => [order, gone] as const),
  );
  const at = claims.map(([{ submitted }]) => submitted);
  await run(CLAIMS, [claims.map(([{ id }]) => id), claims.map(([{ unit }]) => unit), at, resident.who.id, claims.map(([, gone]) => gone)]); // prettier-ignore
}

function rowOf(order: Known, n: number): object {
  const cleared = order.state === 'CLEARED';
  return {
    ...{ id: order.id, number: `610303-T-${String(n)}`, state: order.state, round: order.round, unit_id: order.unit },
    ...{ street_code: order.street, community_code: order.community, category_code: order.category },
    ...{ submitted_at: order.submitted, yellow_at: order.yellow, due_at: order.due },
    ...(cleared ? { serial: `S-${String(n)}`, closing: 'RATED', cleared_at: order.submitted } : {}),
  };
}

/** The order after whose likeness the others were made. */
async function knownOf({ world }: OrderWorld, id: string): Promise<Known> {
  const { rows } = await world.sql.query<{ yellow: Date; due: Date; submitted: Date; category: string }>(
    'SELECT yellow_at AS yellow, due_at AS due, submitted_at AS submitted, category_code AS category FROM orders WHERE id = $1',
    [id],
  );
  const place = { street: STREET, community: COMMUNITY, state: 'SUBMITTED', round: 1, unit: null };
  return { id, ...place, ...rows[0]!, lateOf: [], words: [], returned: false };
}
