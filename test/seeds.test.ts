import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { HELD, SAME, targetsOf } from '../api/src/kernel/process.ts';
import { orderProcess, type OrderAction, type OrderState } from '../api/src/modules/orders/index.ts';
import { verifyFeed } from '../api/src/platform/feed/verify.ts';
import { loadCalendar } from '../api/src/modules/calendar/index.ts';
import { readWorld } from '../seeds/memory/world.ts';
import { playOrders } from '../seeds/orders.seed.ts';
import type { Figure } from '../seeds/people.seed.ts';
import { PLOTS } from '../seeds/orders/plots.ts';
import { seedDemo } from '../seeds/seed.ts';
import { seatsOfDemo } from './support/demo-seats.ts';
import { freshDatabase, type TestDatabase } from './support/database.ts';
import { untrue } from './support/demo-sentences.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const TODAY = '2026-11-22T16:00:00Z';
const SEAL = { sealKey: 'the key of these tests, long enough' };

let databases: TestDatabase[];
let sql: pg.Client;
let took: number;

beforeAll(async () => {
  databases = [await freshDatabase(), await freshDatabase()];
  const started = performance.now();
  await seedDemo(databases[0]!.url, SEAL, NOW);
  took = performance.now() - started;
  sql = new pg.Client({ connectionString: databases[0]!.url });
  sql.on('error', () => undefined);
  await sql.connect();
}, 120_000);
afterAll(async () => {
  await sql.end();
  await Promise.all(databases.map((database) => database.drop()));
});

const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await sql.query<Row>(text, values)).rows;
const counted = async (text: string) =>
  Number((await rowsOf<{ count: string }>(`SELECT count(*) FROM ${text}`))[0]!.count);

interface Told {
  readonly action: OrderAction | 'create' | 'deadlineNear' | 'deadlineMissed';
  readonly from_state: OrderState | null;
  readonly to_state: OrderState;
}

/** What is wrong with the history of an order, or nothing. */
function faultOf(told: readonly Told[], state: string): string | null {
  let stands: OrderState | null = null;
  for (const { action, from_state, to_state } of told) {
    if (from_state !== stands) return `${action} leaves ${from_state}, but it stood in ${stands}`;
    if (!allowed(action, from_state, to_state)) return `${action} must not lead from ${from_state} to ${to_state}`;
    stands = to_state;
  }
  return stands === state ? null : `ends in ${stands}, but the row says ${state}`;
}

function allowed(action: Told['action'], from: OrderState | null, to: OrderState): boolean {
  if (action === 'create') return from === null && to === orderProcess.initial;
  if (action === 'deadlineNear' || action === 'deadlineMissed') return from === to;
  const step = orderProcess.step(from!, action);
  if (!step) return false;
  if (step.to === SAME) return from === to;
  return step.to === HELD ? targetsOf(step, orderProcess.steps).includes(to) : step.to === to;
}

describe('orders of the demo world', () => {
  it('have histories that the process allows', async () => {
    const orders = await rowsOf<{ id: string; state: string; told: Told[] }>(`SELECT o.id, o.state,
      (SELECT json_agg(json_build_object('action', e.action, 'from_state', e.from_state, 'to_state', e.to_state) ORDER BY e.id)
       FROM event e WHERE e.subject_id = o.id) AS told FROM orders o`);
    expect(orders).toHaveLength(2000);
    const faults = orders.flatMap(({ id, state, told }) => faultOf(told, state)?.concat(` (${id})`) ?? []);
    expect(faults).toEqual([]);
  });

  it('stand in all states, as the plots say, with all categories', async () => {
    const states = await rowsOf<{ state: string; count: number }>('SELECT state, count(*)::int FROM orders GROUP BY 1');
    const planned = Object.keys(orderProcess.states).map((state) => ({
      state,
      count: PLOTS.filter((plot) => plot.state === state).reduce((sum, { count }) => sum + count, 0),
    }));
    expect(states.toSorted(byState)).toEqual(planned.toSorted(byState));
    await expect(counted('(SELECT DISTINCT category_code FROM orders)')).resolves.toBe(22);
    await expect(counted('(SELECT DISTINCT street_code FROM orders)')).resolves.toBe(11);
    const actions = await rowsOf<{ action: string }>('SELECT DISTINCT action FROM event');
    const silent = ['follow', 'unfollow'];
    expect(orderProcess.actions.filter((action) => !actions.some((one) => one.action === action))).toEqual(silent);
  });

  // Each is a sentence about the rows, and the rows of which it is not true.
  it.each(Object.entries(untrue(TODAY)))('%s', async (_, wrong) => {
    await expect(counted(wrong)).resolves.toBe(0);
  });

  it('have numbers and serials without gaps', async () => {
    const gaps = `serial_number s WHERE series ~ '^(order|clear):' AND last <> CASE WHEN series LIKE 'order:%'
      THEN (SELECT count(*) FROM orders o WHERE o.number LIKE replace(substr(s.series, 7), ':', '-') || '-%')
      ELSE (SELECT count(DISTINCT serial) FROM closing c WHERE c.serial LIKE '销' || replace(substr(s.series, 7), ':', '-') || '-%') END`;
    await expect(counted('serial_number')).resolves.toBeGreaterThan(50);
    await expect(counted(gaps)).resolves.toBe(0);
    await expect(counted("orders WHERE number IS NULL AND state NOT IN ('DRAFT', 'WITHDRAWN')")).resolves.toBe(0);
  });
});

const byState = (a: { state: string }, b: { state: string }) => (a.state < b.state ? -1 : 1);

describe('whatever the day', () => {
  // After the golden week, after the Spring Festival, and in a year for which there is no notice yet.
  it.each(['2026-10-08', '2026-02-25', '2027-03-05'])('of %s, the house refuses no step of a plot', async (day) => {
    const figures = await rowsOf<Figure & pg.QueryResultRow>(FIGURES);
    const query = async (_name: string, text: string, values: readonly unknown[]) => rowsOf(text, [...values]);
    const calendar = await loadCalendar({ query } as never);
    const world = await readWorld(sql, calendar, figures);
    const { store, refused } = await playOrders({ world, seed: 1, until: new Date(`${day}T16:00:00Z`) });
    expect(refused).toEqual([]);
    const states = Map.groupBy(store.orders.values(), ({ row }) => row.state);
    for (const state of Object.keys(orderProcess.states) as OrderState[]) {
      const planned = PLOTS.filter((plot) => plot.state === state).reduce((sum, { count }) => sum + count, 0);
      expect([state, states.get(state)?.length]).toEqual([state, planned]);
    }
  });
});

const FIGURES = `SELECT p.id, o.id AS "postId", o.role, o.scope, o.scope AS "where", coalesce(p.name, '张示例一') AS name, '' AS login,
  CASE o.role WHEN 'RESIDENT' THEN (19900000000 + row_number() OVER (ORDER BY p.id))::text END AS phone, '1号楼' AS address
  FROM person p JOIN post o ON o.person_id = p.id AND o.role NOT IN ('COMMITTEE_MEMBER', 'PARTY_ADVISER') ORDER BY p.id`;

describe('the demo world', () => {
  it('has ordered its events before anybody looks', async () => {
    const query = async <Row>(_name: string, text: string, values: readonly unknown[] = []) =>
      (await sql.query(text, [...values])).rows as Row[];
    const verdict = await verifyFeed({ query });
    expect(verdict).toMatchObject({ faults: [], outside: 0 });
    expect(verdict.checked).toBeGreaterThan(10_000);
    await expect(counted('event_pending')).resolves.toBe(0);
    console.log(`seeded ${verdict.checked} events in ${(took / 1000).toFixed(1)} s`);
  });

  it.each([
    ['need', 6],
    ['project', 9],
  ])('has a %s in every state', async (table, states) => {
    await expect(counted(`(SELECT DISTINCT state FROM ${table})`)).resolves.toBe(states);
  });

  it('has held joint meetings, issued their minutes, and followed what they resolved', async () => {
    const statesOf = async (table: string) => {
      const { rows } = await sql.query(`SELECT state, count(*)::integer AS count FROM ${table} GROUP BY 1`);
      return Object.fromEntries((rows as { state: string; count: number }[]).map(({ state, count }) => [state, count]));
    };
    const meetings = await statesOf('joint_meeting');
    expect(meetings).toEqual({ ISSUED: 12, NOTICED: 3, TOPICS_OPEN: 3 });
    const resolutions = Object.keys(await statesOf('resolution'));
    expect(resolutions).toEqual(expect.arrayContaining(['OBJECTED', 'CANCELLED', 'ACCEPTED', 'IN_PROGRESS', 'TO_CHECK', 'TO_CLEAR', 'CLEARED']));
    await expect(counted(`issued_minutes`)).resolves.toBe(12);
  }); // prettier-ignore

  it('names nobody by what they need, and nobody’s telephone', async () => {
    const labels = '困境儿童|独居老人|空巢|留守儿童|孤寡|残疾人|低保户|贫困户|精神病|刑满|吸毒|重点人群|特殊人群';
    const texts = `(SELECT title || content || coalesce(result, '') AS text FROM orders
      UNION ALL SELECT coalesce(reason, '') || data::text FROM event UNION ALL SELECT name || about FROM service_category) t`;
    await expect(counted(`${texts} WHERE text ~ '${labels}'`)).resolves.toBe(0);
    // Ids and numbers of orders are long rows of digits as well.
    const readable = `(SELECT to_jsonb(o) - 'contact_sealed' AS text FROM orders o
      UNION ALL SELECT jsonb_build_array(reason, data) FROM event) t`;
    const phones = `${readable} WHERE text::text ~ '(^|[^0-9a-f-])1[3-9][0-9]{9}([^0-9a-f-]|$)'`;
    await expect(counted(phones)).resolves.toBe(0);
    await expect(counted("person WHERE name ~ '1[3-9][0-9]{9}' OR name_masked ~ '[0-9]'")).resolves.toBe(0);
    await expect(counted("person WHERE kind = 'STAFF' AND name !~ '演示'")).resolves.toBe(0);
  });

  it('is the same for the same day, and is left alone when it is there', async () => {
    const other = new pg.Client({ connectionString: databases[1]!.url });
    other.on('error', () => undefined);
    await other.connect();
    await seedDemo(databases[1]!.url, SEAL, new Date(NOW.getTime() + 3_600_000));
    const [one, two] = await Promise.all([digestOf(sql), digestOf(other)]);
    expect(two).toEqual(one);
    await seedDemo(databases[1]!.url, SEAL, new Date('2027-01-05T02:00:00Z'));
    expect(await digestOf(other)).toEqual(one);
    await other.end();
  }, 60_000);

  it('shows whom one can be', async () => {
    const accounts = await rowsOf<{ login: string; password: string | null }>(
      'SELECT * FROM demo_account ORDER BY position',
    );
    expect(accounts.length).toBeGreaterThanOrEqual(12);
    const logins = accounts.flatMap(({ login, password }) => (password ? [login] : []));
    await expect(counted(`account WHERE username IN ('${logins.join("', '")}')`)).resolves.toBe(logins.length);
  });
});

/** What joint meetings bring along: the house lets them happen and gives identities of its own. */
const OF_MEETINGS: Readonly<Record<string, string>> = {
  event: `noun IN ('jointMeeting', 'resolution')`,
  process_clock: `noun IN ('jointMeeting', 'resolution')`,
  closing: `noun = 'resolution'`,
  serial_number: `series ~ '^(meeting|resolution|minutes)'`,
};

/** Everything but what is sealed or salted, which differs each time. */
async function digestOf(client: pg.Client): Promise<unknown> {
  const parts = [
    'event',
    'order_audience',
    'order_claim',
    'order_rating',
    'process_clock',
    'closing',
    'serial_number',
    'post',
    'demo_account',
    'file',
  ].map(
    (table) =>
      `(SELECT md5(string_agg(t::text, ';' ORDER BY t::text)) FROM ${table} t WHERE NOT (${OF_MEETINGS[table] ?? 'false'})) AS ${table}`,
  );
  const orders =
    "(SELECT md5(string_agg((to_jsonb(o) - 'contact_sealed')::text, ';' ORDER BY id)) FROM orders o) AS orders";
  return (await client.query(`SELECT ${[orders, ...parts].join(', ')}`)).rows[0];
}

describe('seats of the demo world', () => seatsOfDemo(() => sql));
