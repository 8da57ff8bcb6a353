import pg from 'pg';
import type { Ground } from './ground.ts';
import { load } from './load.ts';
import { RARELY_ASKED } from './registry.sql.ts';
import { seedRegistry, worldIn, type Person, type World } from './world.ts';
import { GROW } from './world.sql.ts';

/** A place without orders. */
const NOWHERE = '610303999999';

/** A kind of viewer. */
interface Kind {
  readonly kind: string;
  readonly people: readonly Person[];
}

export interface Filling {
  readonly sizes: readonly number[];
  readonly units: number;
  readonly say: (line: string) => void;
}

/** Makes a database for every size: each is a copy of the one before, with older orders added. */
export async function fill({ databaseUrl, sql }: Ground, { sizes, units, say }: Filling) {
  const now = new Date();
  // Its idle connections are cut when a copy is made.
  sql.on('error', () => undefined);
  await hurry(databaseUrl, true);
  await seedRegistry(sql, { units, residents: 127 * 400 });
  const urls: string[] = [];
  let first = 0;
  let made: { world: World; kinds: readonly Kind[] } | undefined;
  for (const size of sizes) {
    const at = performance.now();
    const url = urls.length === 0 ? databaseUrl : await copyOf(urls.at(-1)!, `growth_${String(size)}`);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Nothing here searches for words, and that index takes longer than everything else.
    await load(client, GROW({ first, last: size, now }), { without: ['orders_search'] });
    made ??= await inhabit(sql);
    await client.query('VACUUM (ANALYZE, FREEZE)');
    await client.end();
    urls.push(url);
    first = size;
    say(`${String(size)} orders: ${String(Math.round((performance.now() - at) / 1000))} s`);
  }
  await hurry(databaseUrl, false);
  for (const url of urls) await once(url, 'UPDATE session SET last_seen_at = now()');
  return { urls, ...made! };
}

async function inhabit(sql: pg.Pool): Promise<{ world: World; kinds: readonly Kind[] }> {
  const { rows } = await sql.query<{ id: string }>(RARELY_ASKED, [30]);
  const world = await worldIn(sql);
  const places = await sql.query<{ code: string }>(
    `SELECT code FROM division WHERE level IN ('COMMUNITY', 'VILLAGE') ORDER BY md5(code) LIMIT 20`,
  );
  const of = (role: string, scopes: readonly string[]) => world.people(scopes.map((scope) => [role, scope] as const));
  const communities = places.rows.map(({ code }) => code);
  const kinds: Kind[] = [
    { kind: 'street reviewer', people: await of('STREET_REVIEWER', world.streets) },
    { kind: 'community worker', people: await of('COMMUNITY_WORKER', communities) },
    { kind: 'district supervisor', people: await of('SUPERVISOR', [world.district]) },
    { kind: 'unit liaison', people: await of('UNIT_LIAISON', world.units.slice(0, 20)) },
    { kind: 'liaison of a unit that is hardly ever asked', people: await of('UNIT_LIAISON', [rows[0]!.id]) },
    { kind: 'resident', people: await world.residents(20) },
    // Whoever sees nothing is where a list that looks through all orders shows itself.
    { kind: 'street reviewer, nothing there', people: await of('STREET_REVIEWER', [NOWHERE]) },
    { kind: 'community worker, nothing there', people: await of('COMMUNITY_WORKER', [NOWHERE]) },
    { kind: 'resident, nothing there', people: await of('RESIDENT', [NOWHERE]) },
  ];
  return { world, kinds };
}

/** While loading, nothing has to survive a crash and nobody cleans up. */
async function hurry(url: string, on: boolean): Promise<void> {
  const settings = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: `'16GB'` };
  const admin = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await admin.connect();
  for (const [name, value] of Object.entries(settings))
    await admin.query(on ? `ALTER SYSTEM SET ${name} = ${value}` : `ALTER SYSTEM RESET ${name}`);
  await admin.query('SELECT pg_reload_conf()');
  await admin.query('CHECKPOINT');
  await admin.end();
}

function inDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
}

async function copyOf(url: string, name: string): Promise<string> {
  const from = new URL(url).pathname.slice(1);
  const admin = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await admin.connect();
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [from]);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`);
  await admin.end();
  return inDatabase(url, name);
}

export async function once(url: string, text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
