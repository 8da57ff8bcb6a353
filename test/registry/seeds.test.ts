import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { seedAlliance } from '../../seeds/alliance.seed.ts';
import { seedCalendar } from '../../seeds/calendar.seed.ts';
import { seedCategories } from '../../seeds/categories.seed.ts';
import { seedDivisions, seedGrids } from '../../seeds/divisions.seed.ts';
import { mulberry32 } from '../../seeds/random.ts';
import { seedUnits } from '../../seeds/units.seed.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const AT = new Date('2026-11-23T01:00:00Z');
let databases: TestDatabase[];

beforeAll(async () => {
  databases = [await freshDatabase(), await freshDatabase()];
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** Seeds a database, by default the whole registry of the demo world, and hands it to `look`. */
async function seeded<T>(database: TestDatabase, look: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: database.url });
  sql.on('error', () => undefined);
  await sql.connect();
  try {
    const random = mulberry32(610303);
    await seedDivisions(sql);
    await seedCalendar(sql, random, AT);
    await seedCategories(sql);
    const { rows } = await sql.query('SELECT FROM unit LIMIT 1');
    if (rows.length === 0) {
      await seedGrids(sql);
      await seedUnits(sql, random, AT);
      await seedAlliance(sql, random, AT);
    }
    return await look(sql);
  } finally {
    await sql.end();
  }
}

const counted = async (sql: pg.Client, text: string) =>
  Number((await sql.query<{ count: string }>(text)).rows[0]!.count);

it('fills the registry in two seconds', async () => {
  const started = performance.now();
  await seeded(databases[0]!, async (sql) => {
    expect(performance.now() - started).toBeLessThan(2_000);
    await expect(counted(sql, "SELECT count(*) FROM division WHERE level NOT IN ('GRID', 'BUILDING')")).resolves.toBe(
      141,
    );
    await expect(counted(sql, "SELECT count(*) FROM division WHERE level = 'GRID'")).resolves.toBe(59 * 3);
    await expect(counted(sql, "SELECT count(*) FROM division WHERE level = 'BUILDING'")).resolves.toBe(59 * 12);
    await expect(counted(sql, 'SELECT count(*) FROM calendar_year')).resolves.toBe(3);
    await expect(counted(sql, 'SELECT count(*) FROM service_category')).resolves.toBe(22);
    await expect(counted(sql, 'SELECT count(*) FROM alliance')).resolves.toBe(11 + 59);
    const units = await counted(sql, 'SELECT count(*) FROM unit');
    expect(units).toBeGreaterThan(280);
    expect(units).toBeLessThan(330);
  });
});

it('invents units of all kinds whose names say that they are for demonstration', () =>
  seeded(databases[0]!, async (sql) => {
    await expect(counted(sql, "SELECT count(*) FROM unit WHERE name NOT LIKE '%（演示）'")).resolves.toBe(0);
    await expect(counted(sql, 'SELECT count(DISTINCT kind) FROM unit')).resolves.toBe(11);
    const without = `SELECT count(*) FROM unit u WHERE NOT EXISTS (SELECT FROM unit_capability c WHERE c.unit_id = u.id)
      OR NOT EXISTS (SELECT FROM unit_area a WHERE a.unit_id = u.id) OR NOT EXISTS (SELECT FROM alliance_member m WHERE m.unit_id = u.id)`;
    await expect(counted(sql, without)).resolves.toBe(0);
  }));

it('gives every category to units of every street or the whole district', () =>
  seeded(databases[0]!, async (sql) => {
    const unserved =
      'SELECT count(*) FROM service_category c WHERE NOT EXISTS (SELECT FROM unit_capability u WHERE u.category_code = c.code)';
    await expect(counted(sql, unserved)).resolves.toBe(0);
  }));

it('makes the same world from the same seed', async () => {
  const digest = (sql: pg.Client) =>
    sql
      .query(
        `SELECT md5((SELECT string_agg(u::text, ';' ORDER BY id) FROM unit u) || (SELECT string_agg(m::text, ';' ORDER BY alliance_id, unit_id)
        FROM alliance_member m) || (SELECT string_agg(c::text, ';' ORDER BY c) FROM unit_capability c)) AS digest`,
      )
      .then(({ rows }) => rows[0] as unknown);
  const [one, other] = [await seeded(databases[0]!, digest), await seeded(databases[1]!, digest)];
  expect(other).toEqual(one);
});

it('leaves alone what people have changed when the registry is entered again', () =>
  seeded(databases[1]!, async (sql) => {
    await sql.query("UPDATE service_category SET name = '助老' WHERE code = 'ELDER_SERVICE'");
    await sql.query("DELETE FROM calendar_day WHERE date = '2026-10-10'");
    await seeded(databases[1]!, () => Promise.resolve());
    await expect(counted(sql, "SELECT count(*) FROM service_category WHERE name = '助老'")).resolves.toBe(1);
    await expect(counted(sql, "SELECT count(*) FROM calendar_day WHERE date = '2026-10-10'")).resolves.toBe(0);
  }));
