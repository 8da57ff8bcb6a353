import { createApp, type App } from '../../api/src/app.ts';
import { loadConfig } from '../../api/src/platform/config/config.ts';
import { DEMO_PASSWORD } from '../../seeds/accounts.ts';
import { seedDemo } from '../../seeds/seed.ts';
import { cloneOf, onServer, setting, type TestDatabase } from './database.ts';

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

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
