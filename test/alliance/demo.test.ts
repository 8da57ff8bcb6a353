import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MODULES } from '../../api/src/app.ts';
import { dayOf, startOfDay } from '../../api/src/kernel/calendar.ts';
import { HELD, SAME, targetsOf, type Process } from '../../api/src/kernel/process.ts';
import { discover } from '../../api/src/platform/discovery.ts';
import { Sealer } from '../../api/src/platform/seal/sealer.ts';
import { settleAlliances, settleRegistry } from '../../seeds/settle.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const NOUNS = { agreement: 'agreement', resourceOffer: 'resource_offer', booking: 'booking' } as const;

let database: TestDatabase;
let sql: pg.Client;
let processes: ReadonlyMap<string, Process>;
beforeAll(async () => {
  database = await freshDatabase();
  sql = new pg.Client({ connectionString: database.url });
  sql.on('error', () => undefined);
  await sql.connect();
  const { modules } = await discover(MODULES);
  const cases = modules.flatMap((module) => module.cases ?? []);
  processes = new Map(cases.map(({ process }) => [process.noun, process]));
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await sql.query<Row>(text, values)).rows;

interface Told {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
}

/** What is wrong with the history of a case, or nothing. */
function faultOf(process: Process, told: readonly Told[], state: string): string | null {
  let stands: string | null = null;
  for (const { action, from, to } of told) {
    if (from !== stands) return `${action} leaves ${from}, but it stood in ${stands}`;
    if (!isAllowed(process, { action, from, to })) return `${action} must not lead from ${from} to ${to}`;
    stands = to;
  }
  return stands === state ? null : `ends in ${stands}, but the row says ${state}`;
}

function isAllowed(process: Process, { action, from, to }: Told): boolean {
  if (action === 'create') return from === null && to === process.initial;
  if (action === 'deadlineNear' || action === 'deadlineMissed') return from === to;
  const step = process.step(from!, action);
  if (!step) return false;
  if (step.to === SAME) return from === to;
  return step.to === HELD ? targetsOf(step, process.steps).includes(to) : step.to === to;
}

async function faults(noun: keyof typeof NOUNS): Promise<readonly string[]> {
  const cases = await rowsOf<{ state: string; told: Told[] }>(`SELECT c.state,
    (SELECT json_agg(json_build_object('action', e.action, 'from', e.from_state, 'to', e.to_state) ORDER BY e.id)
     FROM event e WHERE e.subject_id = c.id) AS told FROM ${NOUNS[noun]} c`);
  expect(cases.length).toBeGreaterThan(400);
  return cases.flatMap(({ state, told }) => faultOf(processes.get(noun)!, told, state) ?? []);
}

/** Sentences about the rows, and the rows of which they are not true. */
const WRONG = {
  'a unit is a member exactly while its agreement runs': `agreement a LEFT JOIN alliance_member m ON m.agreement_id = a.id
    WHERE coalesce(m.term @> $1::timestamptz, false) <> (a.state IN ('ACTIVE', 'EXPIRING', 'TERMINATING'))`,
  'what is in force was signed by both': `agreement a WHERE a.active_at IS NOT NULL
    AND 2 <> (SELECT count(*) FROM agreement_signature s WHERE s.agreement_id = a.id AND s.paper = 'AGREEMENT' AND $1::timestamptz IS NOT NULL)`,
  'the text in force is that of a version': `agreement a WHERE a.in_force_no IS NOT NULL AND $1::timestamptz IS NOT NULL
    AND a.clauses <> (SELECT v.clauses FROM agreement_version v WHERE v.agreement_id = a.id AND v.n = a.in_force_no)`,
  'nothing has happened after the day began': 'event WHERE at > $1',
  'no clock is left that had to ring': 'process_clock WHERE next_at <= $1',
  'what has begun is in use, what is over was given back': `booking b WHERE (b.state = 'RESERVED' AND b.starts_at < $1)
    OR (b.state = 'IN_USE' AND (b.ends_at < $1 OR b.starts_at > $1))`,
  'bookings lie in open hours': `booking b JOIN resource_offer o ON o.id = b.offer_id
    WHERE NOT offer_is_open(o.id, o.loaned, b.starts_at, b.ends_at) AND $1::timestamptz IS NOT NULL`,
} as const;

// After the golden week; after the Spring Festival; in a year for which there is no notice yet.
describe.each(['2026-10-08', '2026-02-25', '2027-03-05'])('the alliances of the demo world on %s', (day) => {
  const at = startOfDay(dayOf(new Date(`${day}T02:00:00Z`)));
  beforeAll(async () => {
    const sealer = new Sealer('the key of these tests, long enough');
    await sql.query('BEGIN');
    await settleAlliances(sql, await settleRegistry(sql, { sealer, at, seed: 610_303 }), sealer);
  }, 60_000);
  afterAll(() => sql.query('ROLLBACK'));

  it('have histories that the tables allow', async () => {
    for (const noun of Object.keys(NOUNS) as (keyof typeof NOUNS)[]) await expect(faults(noun)).resolves.toEqual([]);
  });

  it('stand in all states', async () => {
    for (const [noun, table] of Object.entries(NOUNS)) {
      const rows = await rowsOf<{ state: string }>(`SELECT DISTINCT state FROM ${table}`);
      const states = Object.keys(processes.get(noun)!.states);
      expect(rows.map(({ state }) => state).toSorted()).toEqual(states.toSorted());
    }
  });

  it.each(Object.entries(WRONG))('%s', async (_, wrong) => {
    await expect(rowsOf(`SELECT * FROM ${wrong} LIMIT 3`, [at])).resolves.toEqual([]);
  });
}); // prettier-ignore
