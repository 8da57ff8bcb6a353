import { createApp, type App } from '../../api/src/app.ts';
import { ROLES, type Role } from '../../api/src/kernel/viewer.ts';
import { loadConfig } from '../../api/src/platform/config/config.ts';
import { newToken } from '../../api/src/platform/session/token.ts';
import { DEMO_PASSWORD } from '../../seeds/accounts.ts';
import { seedDemo } from '../../seeds/seed.ts';
import { cloneOf, onServer, setting, type TestDatabase } from './database.ts';
import { type Identity, Somebody } from './somebody.ts';

export const SEAL_KEY = 'the key of these tests, long enough';
export { DEMO_PASSWORD };

/** The demo world of today on a database of a suite's own: made once in a run of the tests, cloned for every suite that asks. */
export async function demoDatabase(): Promise<TestDatabase> {
  const template = setting('TEST_DEMO');
  const server = setting('TEST_PG');
  await onServer(server, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('template_demo'))");
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return;
    const draft = await cloneOf(setting('TEST_TEMPLATE'));
    await seedDemo(draft.url, { sealKey: SEAL_KEY });
    await client.query(`ALTER DATABASE ${new URL(draft.url).pathname.slice(1)} RENAME TO ${template}`);
  });
  return cloneOf(template);
}

const WHO = `SELECT p.id AS "postId", p.person_id AS id, p.scope FROM post p JOIN account a ON a.id = p.person_id
  LEFT JOIN demo_account d ON d.login = a.username
  WHERE p.role = $1 AND ($2::text IS NULL OR p.scope = $2) AND p.starts_at <= now() AND (p.ends_at > now()) IS NOT FALSE
  ORDER BY d.position NULLS LAST, p.id LIMIT 1 OFFSET $3`;
const SIGN_IN = `INSERT INTO session (id, token_hash, person_id, post_id, method, created_at, last_seen_at, expires_at)
  VALUES (gen_random_uuid(), $1, $2, $3, 'PASSWORD', now(), now(), now() + interval '1 day')`;

/** A house on the demo world, as `npm start` shows it. */
export class DemoHouse {
  private constructor(
    readonly app: App,
    readonly database: TestDatabase,
  ) {}

  static async open(more: Readonly<Record<string, string>> = {}): Promise<DemoHouse> {
    const database = await demoDatabase();
    const settings = {
      ...{ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database.url, DEMO: '1', LOG_LEVEL: 'error', SEAL_KEY },
      ...more,
    };
    const config = { ...loadConfig(settings), databaseUrl: database.url, sealKey: SEAL_KEY };
    return new DemoHouse(await createApp(config, { relaxed: true }), database);
  }

  get url(): string {
    return this.app.url;
  }

  /** Somebody who acts in a role and is signed in; whom the start page names comes first. Null when nobody does. */
  async somebody(role: Role, { scope = null as string | null, nth = 0 } = {}): Promise<Somebody | null> {
    const { token, hash } = newToken();
    return onServer(this.database.url, async (client) => {
      const found = await client.query<Pick<Identity, 'id' | 'postId' | 'scope'>>(WHO, [role, scope, nth]);
      const [who] = found.rows;
      if (!who) return null;
      await client.query(SIGN_IN, [hash, who.id, who.postId]);
      return new Somebody(this.url, { ...who, role, token, phone: '', level: ROLES[role].level });
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
