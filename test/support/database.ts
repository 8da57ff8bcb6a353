import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A migrated, empty database of one suite's own. */
export interface TestDatabase {
  /** As its owner, who is also the superuser. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones the template that the global setup has migrated: some 50 ms. */
export const freshDatabase = (): Promise<TestDatabase> => cloneOf(setting('TEST_TEMPLATE'));

/** A copy of a database that nobody uses. */
export async function cloneOf(template: string): Promise<TestDatabase> {
  const server = setting('TEST_PG');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (client) => {
    // A template must not be in use, and a clone uses it.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => dropDatabase(server, name),
  };
}

/** A database with nothing in it, not even the migrations. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = setting('TEST_PG');
  const name = `e_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => dropDatabase(server, name),
  };
}

const [TRIES, PAUSE_MS] = [5, 1000];

/** The server gives those it throws out five seconds to go; on a busy machine a killed house may need longer. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      return await onServer(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      });
    } catch (error) {
      if (left <= 1) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

/** A pool that may still have a connection when its database is dropped: nobody is to hear of that. */
export function quietPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Runs `work` on a connection of its own as the owner of the server. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the global setup has told the suites. */
export function setting(name: 'TEST_PG' | 'TEST_TEMPLATE' | 'TEST_DEMO'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the suites through jest, whose global setup makes the server`);
  return value;
}
