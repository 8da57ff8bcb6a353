import { known } from './known.ts';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';
import { createApp, type App, type AppConfig } from '../../api/src/app.ts';
import { ROLES, type Role } from '../../api/src/kernel/viewer.ts';
import { INSERT_KEPT_AGREEMENTS } from '../../api/src/modules/alliance/index.ts';
import { insertPersons, insertPosts } from '../../api/src/modules/identity/index.ts';
import { keptUnit, WRITE_UNITS } from '../../api/src/modules/units/index.ts';
import { loadConfig } from '../../api/src/platform/config/config.ts';
import type { Verb } from '../../api/src/platform/process/verb.ts';
import { Sealer } from '../../api/src/platform/seal/sealer.ts';
import { newToken } from '../../api/src/platform/session/token.ts';
import { seedCalendar } from '../../seeds/calendar.seed.ts';
import { seedCategories } from '../../seeds/categories.seed.ts';
import { seedDivisions } from '../../seeds/divisions.seed.ts';
import { mulberry32 } from '../../seeds/random.ts';
import { freshDatabase, onServer, quietPool } from './database.ts';
import { Somebody } from './somebody.ts';

export const DISTRICT = '610303000000';
export const STREET = '610303001000';
export const COMMUNITY = '610303001002';
export const OTHER_COMMUNITY = '610303001004';
export const OTHER_STREET = '610303002000';
/** A working day, ten in the morning in Shanghai; the year is published. */
export const MONDAY = new Date('2026-11-02T02:00:00Z');

export interface WorldOptions {
  /** Houses of this process on the same database; 0 when a test runs its own. */
  readonly nodes?: 0 | 1 | 2;
  readonly config?: Record<string, string>;
  /** The clock stands at this moment and moves with the real one; null: real time. */
  readonly at?: Date | null;
  /** Verbs that a test made up. */
  readonly verbs?: readonly Verb[];
}

/** Statements that no call asks for. */
const OF_THE_HOUSE =
  /event_pending|pg_try_advisory|FROM process_clock WHERE next_at|from feed|order_audience a SET delivered_at/i;

/** Houses on a database of their own with the real divisions, a few units and whoever a test needs. Only what a test mentions is made. */
export class World {
  private constructor(
    readonly apps: readonly App[],
    readonly sql: pg.Pool,
    readonly databaseUrl: string,
    readonly sealer: Sealer,
    private readonly drop: () => Promise<void>,
    private readonly clock: { ahead: number },
  ) {}

  static async open({ nodes = 1, config = {}, at = MONDAY, verbs = [] }: WorldOptions = {}): Promise<World> {
    const own = await freshDatabase();
    await onServer(own.url, async (client) => {
      await seedDivisions(client);
      await seedCalendar(client, mulberry32(1), new Date());
      await seedCategories(client);
    });
    const clock = { ahead: at ? at.getTime() - Date.now() : 0 };
    const settled = settingsOf(own.url, config);
    const now = () => new Date(Date.now() + clock.ahead);
    const options = { now, verbs, relaxed: true, ...(known && { documents: known }) };
    const apps = await Promise.all(Array.from({ length: nodes }, () => createApp(settled, options)));
    const sql = quietPool(own.url);
    return new World(apps, sql, own.url, new Sealer(settled.sealKey), own.drop, clock);
  }

  get app(): App {
    return this.apps[0]!;
  }

  now(): Date {
    return new Date(Date.now() + this.clock.ahead);
  }

  /** Moves the clock of all houses. */
  later({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    this.clock.ahead += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }

  /** Somebody who is signed in and acts in one role; a unit's id is the scope of its people. */
  async somebody(role: Role, scope: string, at: { node?: number } = {}): Promise<Somebody> {
    const [someone] = await this.people([[role, scope]], at);
    return someone!;
  }

  /** Many people in a few statements. */
  async people(roles: readonly (readonly [Role, string])[], { node = 0 }: { node?: number } = {}): Promise<Somebody[]> {
    const createdAt = this.now();
    const run = (_name: string, text: string, values: readonly unknown[]) => this.sql.query(text, [...values]);
    const made = roles.map(([role, scope], index) => ({
      role,
      scope,
      id: v7(),
      postId: v7(),
      token: newToken(),
      phone: phoneOf(index),
    }));
    const persons = made.map(({ role, id, phone, scope }) => ({
      ...{ id, kind: role === 'RESIDENT' ? ('RESIDENT' as const) : ('STAFF' as const), name: '示例甲', createdAt },
      ...(role === 'RESIDENT' ? { phone, address: '3号楼2单元101', community: scope } : {}),
    }));
    await insertPersons(run, this.sealer, persons);
    const startsAt = new Date(createdAt.getTime() - 86_400_000);
    await insertPosts(
      run,
      made.map(({ id, postId, role, scope }) => ({ id: postId, personId: id, role, scope, startsAt })),
    );
    const expiresAt = new Date(createdAt.getTime() + 400 * 86_400_000);
    await this.sql.query(
      `INSERT INTO session (id, token_hash, person_id, post_id, method, created_at, last_seen_at, expires_at)
       SELECT gen_random_uuid(), hash, person, post, 'PASSWORD', $4, $4, $5 FROM unnest($1::bytea[], $2::uuid[], $3::uuid[]) AS r (hash, person, post)`,
      [
        made.map(({ token }) => token.hash),
        made.map(({ id }) => id),
        made.map(({ postId }) => postId),
        createdAt,
        expiresAt,
      ],
    );
    return made.map(
      ({ id, role, scope, token, phone, postId }) =>
        new Somebody(this.apps[node]?.url ?? '', {
          id,
          role,
          scope,
          postId,
          phone,
          token: token.token,
          level: ROLES[role].level,
        }),
    );
  }

  /** A unit that can do everything; a member of the alliances of these divisions. */
  async unit(name: string, memberOf: readonly string[] = [STREET], divisionCode = COMMUNITY): Promise<string> {
    const id = v7();
    const unit = { id, name, shortName: name, kind: 'ENTERPRISE', divisionCode, state: 'ACTIVE' } as never;
    await this.sql.query(WRITE_UNITS, [JSON.stringify([keptUnit(unit)])]);
    await this.sql.query('INSERT INTO unit_capability (unit_id, category_code) SELECT $1, code FROM service_category', [
      id,
    ]);
    for (const code of memberOf) {
      await this.sql.query(
        `INSERT INTO alliance (id, division_code, name, led_by) VALUES (gen_random_uuid(), $1, '演示联盟', '演示党组织') ON CONFLICT DO NOTHING`,
        [code],
      );
      await this.joins(id, code);
    }
    return id;
  }

  /** The unit has, or had, an agreement with the alliance of a division, without any of its clocks. Gives its id. */
  async joins(
    unitId: string,
    divisionCode: string,
    { since = '2024-01-01', until = null as string | null } = {},
  ): Promise<string> {
    const { rows } = await this.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [
      divisionCode,
    ]);
    const kept = {
      id: v7(),
      allianceId: rows[0]!.id,
      unitId,
      startsOn: since.slice(0, 10),
      endsOn: '2039-12-31',
      since,
      until,
    };
    await this.sql.query(INSERT_KEPT_AGREEMENTS, [JSON.stringify([kept])]);
    return kept.id;
  }

  /** Lets the clock act on whatever is due, in one house. */
  async sweep(node = 0): Promise<number> {
    const { sweep } = await import('../../api/src/platform/process/sweeper.ts');
    return sweep(this.apps[node]!.house);
  }

  /** The SQL statements that the first house needs for `work`, the feed's and the rounds' own left out. */
  async statements(work: () => Promise<unknown>): Promise<readonly string[]> {
    return (await this.trips(work)).statements;
  }

  /** The same, and in how many round trips they went. */
  async trips(
    work: () => Promise<unknown>,
  ): Promise<{ readonly statements: readonly string[]; readonly trips: number }> {
    const statements: string[] = [];
    let trips = 0;
    let isNew = false;
    this.app.house.database.onStatement = (text, first) => {
      isNew ||= first;
      if (OF_THE_HOUSE.test(text)) return;
      statements.push(text);
      if (isNew) trips += 1;
      isNew = false;
    };
    await work();
    this.app.house.database.onStatement = null;
    return { statements, trips };
  }

  async close(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.close()));
    await this.sql.end();
    await this.drop();
  }
}

/** What a house on this database is started with. */
export function settingsOf(databaseUrl: string, more: Record<string, string> = {}): AppConfig {
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    LOG_LEVEL: 'error',
    SWEEP_SECONDS: '3600',
  };
  const idle = { SESSION_IDLE_MINUTES_STAFF: '1440', SESSION_IDLE_MINUTES_RESIDENT: '1440', SESSION_HOURS: '720' };
  const config = loadConfig({ ...settings, ...idle, SEAL_KEY: randomUUID(), ...more });
  return { ...config, databaseUrl, sealKey: config.sealKey! };
}

let phones = Math.floor(Math.random() * 1e6);
const phoneOf = (_index: number) => `199${String(10_000_000 + phones++).slice(-8)}`;
