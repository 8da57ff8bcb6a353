import 'reflect-metadata';
import pg from 'pg';
import { dayOf, startOfDay } from '../api/src/kernel/calendar.ts';
import { loadCalendar } from '../api/src/modules/calendar/index.ts';
import { discover } from '../api/src/platform/discovery.ts';
import { sequence } from '../api/src/platform/feed/sequencer.ts';
import { Sealer } from '../api/src/platform/seal/sealer.ts';
import { seedAgreements } from './alliance/agreements.ts';
import { seedBookings } from './alliance/bookings.ts';
import { readMembers, seedOffers } from './alliance/offers.ts';
import { formAlliances } from './alliance.seed.ts';
import { seedCalendar } from './calendar.seed.ts';
import { seedCategories } from './categories.seed.ts';
import { seedDemoAccounts } from './demo-accounts.seed.ts';
import { seedDivisions, seedGrids } from './divisions.seed.ts';
import { readUnits, readWorld } from './memory/world.ts';
import { MODULES, playOrders } from './orders.seed.ts';
import { writeOrders } from './orders/write.ts';
import { seedPeople } from './people.seed.ts';
import { mulberry32 } from './random.ts';
import { seedUnits } from './units.seed.ts';

/** The demo world follows from this number and the day. */
const SEED = 610_303;

/**
 * Makes the demo world in an empty, migrated database, as its owner: everything in one transaction, or nothing.
 * A house in which somebody lives already is left as it is. Everything that happened in it happened before today (Asia/Shanghai).
 */
export async function seedDemo(
  ownerUrl: string,
  { sealKey }: { readonly sealKey: string },
  now = new Date(),
): Promise<void> {
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  try {
    await sql.query('BEGIN');
    // Two nodes that start at once are put in line.
    await sql.query("SELECT pg_advisory_xact_lock(hashtext('demo world'))");
    const { rows } = await sql.query('SELECT FROM person UNION ALL SELECT FROM unit LIMIT 1');
    if (rows.length === 0) await settle(sql, new Sealer(sealKey), startOfDay(dayOf(now)));
    await sql.query('COMMIT');
    if (rows.length === 0) await finish(sql);
  } finally {
    await sql.end();
  }
}

async function settle(sql: pg.Client, sealer: Sealer, at: Date): Promise<void> {
  const random = mulberry32(SEED);
  await seedDivisions(sql);
  await seedCalendar(sql, random, at);
  await seedCategories(sql);
  await seedGrids(sql);
  await seedUnits(sql, random, at);
  const { alliances, agreements } = await formAlliances(sql, random, at);
  const figures = await seedPeople(sql, random, { at, sealer });
  const query = async <Row>(_name: string, text: string, values: readonly unknown[] = []) =>
    (await sql.query(text, [...values])).rows as Row[];
  const calendar = await loadCalendar({ query } as Parameters<typeof loadCalendar>[0]);
  const { verbs } = await discover(MODULES);
  const setting = {
    ...{ calendar, random: mulberry32(SEED + 1), until: at, verbs, figures, units: await readUnits(sql) },
    alliances: new Map(alliances.map((alliance) => [alliance.id, alliance])),
  };
  await seedAgreements(sql, setting, agreements);
  const members = await readMembers(sql, at);
  const offered = await seedOffers(sql, setting, { members, sealer });
  await seedBookings(sql, setting, { offered, members });
  await seedDemoAccounts(sql, figures, at);
  const world = await readWorld(sql, calendar, figures);
  const { store } = await playOrders({ world, seed: SEED, until: at });
  await writeOrders(sql, store, sealer);
  // Modules write their histories one after the other; what happened happened in the order of its times.
  await sql.query('INSERT INTO event_pending (event_id) SELECT id FROM event ORDER BY id');
}

/** Puts the events in order and tells the planner how much there is. What is left undone here the first node does. */
async function finish(sql: pg.Client): Promise<void> {
  for (let ordered: number | null = 1; ordered;) ordered = await sequence(sql);
  await sql.query('ANALYZE');
}
