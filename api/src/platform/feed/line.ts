import pg from 'pg';

const SETTINGS = {
  application_name: 'gongzhi feed',
  connectionTimeoutMillis: 2000,
  query_timeout: 5000,
  statement_timeout: 4000,
  lock_timeout: 2000,
  // A node that is cut off while it holds the sequencer's lock keeps the others waiting no longer than this.
  idle_in_transaction_session_timeout: 3000,
  keepAlive: true,
} as const;

// A plan is kept as long as the connection. One made while the tables are small would read them whole when they have
// grown; what runs on these lines looks up few rows by their keys, always.
const BY_KEY = 'set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off';

/**
 * One direct connection of its own, made when it is needed and made again after it was lost.
 * Not from the pool: the feed must go on when the pool is exhausted, and LISTEN needs a connection that stays.
 */
export class Line {
  private client: pg.Client | null = null;

  constructor(
    private readonly url: string,
    /** Runs on each new connection before anything else. */
    private readonly greet: (client: pg.Client) => Promise<void> = async () => undefined,
  ) {}

  /** Works on the connection. Whatever fails, the connection is given up: a socket that timed out once would hang again. */
  async run<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    try {
      return await work(this.client ?? (await this.connect()));
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, ...SETTINGS });
    // Without a listener a lost connection would end the process.
    client.on('error', () => this.forget(client));
    client.on('end', () => this.forget(client));
    this.client = client;
    await client.connect();
    await client.query(BY_KEY);
    await this.greet(client);
    return client;
  }

  private forget(client: pg.Client): void {
    if (this.client === client) this.client = null;
  }

  private drop(): void {
    const client = this.client;
    this.client = null;
    // end() would wait for a query that never returns; the stream is cut instead.
    client?.connection.stream.destroy();
  }
}
