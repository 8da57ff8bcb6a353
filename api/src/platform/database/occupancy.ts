import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LOCK = 7_406_231;

/**
 * The sign on the door of an embedded database: "a server works here". It is a lock that the database holds for a connection,
 * so it disappears with its owner however that dies, and no process id can be mistaken for another's.
 */
export class Occupancy {
  readonly #server: string;
  #client: pg.Client;
  #leaving = false;

  private constructor(server: string, client: pg.Client) {
    this.#server = server;
    this.#client = client;
    this.#watch();
  }

  /** Null when somebody else holds it. */
  static async take(server: string): Promise<Occupancy | null> {
    const client = await lockedClient(server);
    return client && new Occupancy(server, client);
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    await this.#client.end().catch(() => undefined);
  }

  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#leaving) void this.#retake();
    });
  }

  /** The database crashed and recovered: hang the sign up again. */
  async #retake(): Promise<void> {
    while (!this.#leaving) {
      await sleep(500, undefined, { ref: false });
      const client = await lockedClient(this.#server).catch(() => null);
      if (!client) continue;
      this.#client = client;
      this.#watch();
      if (this.#leaving) await client.end().catch(() => undefined);
      return;
    }
  }
}

async function lockedClient(server: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: server,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'gongzhi occupancy',
  });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK]);
  if (rows[0]?.taken) return client;
  await client.end();
  return null;
}
