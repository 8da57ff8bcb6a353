import 'reflect-metadata';
import pg from 'pg';
import { dayOf, startOfDay } from '../api/src/kernel/calendar.ts';
import { sequence } from '../api/src/platform/feed/sequencer.ts';
import { Sealer } from '../api/src/platform/seal/sealer.ts';
import { discover } from '../api/src/platform/discovery.ts';
import type { Setting } from './alliance/setting.ts';
import { seedAppointments } from './appointments.seed.ts';
import { seedDemoAccounts } from './demo-accounts.seed.ts';
import { readWorld } from './memory/world.ts';
import { seedMeetings } from './meetings.seed.ts';
import { MODULES, playOrders } from './orders.seed.ts';
import { writeOrders } from './orders/write.ts';
import { seedProjects } from './projects.seed.ts';
import { mulberry32 } from './random.ts';
import { settleAlliances, settleRegistry } from './settle.ts';

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
    const sealer = new Sealer(sealKey);
    const setting = rows.length === 0 ? await settle(sql, sealer, startOfDay(dayOf(now))) : null;
    await sql.query('COMMIT');
    if (!setting) return;
    // By the house's own transactions: on what is there.
    await seedMeetings({ ...setting, ownerUrl, sealer, found: await discover(MODULES) });
    await finish(sql);
  } finally {
    await sql.end();
  }
}

async function settle(sql: pg.Client, sealer: Sealer, at: Date): Promise<Setting> {
  const setting = await settleRegistry(sql, { sealer, at, seed: SEED });
  const { calendar, figures } = setting;
  await settleAlliances(sql, setting, sealer);
  await seedAppointments(sql, mulberry32(SEED + 2), setting);
  await seedDemoAccounts(sql, figures, at);
  const world = await readWorld(sql, calendar, figures);
  const { store } = await playOrders({ world, seed: SEED, until: at });
  await writeOrders(sql, store, sealer);
  await seedProjects(sql, setting);
  // Modules write their histories one after the other; what happened happened in the order of its times.
  await sql.query('INSERT INTO event_pending (event_id) SELECT id FROM event ORDER BY id');
  return setting;
}

/** Puts the events in order and tells the planner how much there is. What is left undone here the first node does. */
async function finish(sql: pg.Client): Promise<void> {
  for (let ordered: number | null = 1; ordered;) ordered = await sequence(sql);
  await sql.query('ANALYZE');
}
