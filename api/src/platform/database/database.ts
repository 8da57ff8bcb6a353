import { setTimeout } from 'node:timers/promises';
import type { EntitySchema } from '@mikro-orm/core';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { sendTogether } from './batch.ts';
import { guardConnections, isBroken, TIMEOUTS, withSettings, type Witness } from './connection.ts';
import { inspectServer } from './inspect.ts';
import type { Statement } from './statement.ts';
import { DatabaseTransaction } from './transaction.ts';

/** The role that the application works as. It owns nothing. */
export const APP_ROLE = 'gongzhi_app';

export interface DatabaseOptions {
  readonly url: string;
  /** The role to work as; null when the login of `url` already is the application's own. Default: `gongzhi_app`. */
  readonly role?: string | null;
  /** Entity schemas made by `defineEntity`. */
  readonly rows: readonly EntitySchema[];
  readonly poolSize?: number;
  /** The database is a test's: its server may be set to lose data in a crash. */
  readonly relaxed?: boolean;
  readonly log?: (message: string) => void;
}

/** The one way to the database. */
export interface Database {
  readonly orm: MikroORM;
  readonly pool: pg.Pool;
  /** Where a connection of one's own (LISTEN) goes: the same server, database and role. */
  readonly url: string;
  /**
   * Runs a named prepared statement outside any transaction. One name stands for one text, for ever; an empty
   * one for none: then it is parsed each time.
   * int8 comes as a number, timestamptz as a Date, date as text, json parsed.
   */
  query<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements that travel together, one after the other: the rows of each. None is run after one that fails. */
  queryTogether(statements: readonly Statement[]): Promise<readonly (readonly unknown[])[]>;
  /** One transaction (READ COMMITTED); a deadlock is tried once more, so `work` may run twice. Whatever it throws rolls everything back. */
  transaction<T>(work: (transaction: DatabaseTransaction) => Promise<T> | T): Promise<T>;
  /** Tests set it to see every statement, BEGIN and COMMIT included. */
  onStatement: Witness | null;
  close(): Promise<void>;
}

/** Connects, and refuses a server that could lose what it has acknowledged or an application with too many rights. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const role = options.role === undefined ? APP_ROLE : options.role;
  const url = withSettings(options.url, { ...(role === null ? {} : { role }), timezone: 'UTC' });
  let witness: Witness | null = null;
  const orm = await connect(options, url, (text, first) => witness?.(text, first));
  const pool = await orm.em.getConnection().getNativeClient();
  try {
    await inspectServer(pool, { relaxed: options.relaxed ?? false });
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return {
    orm,
    pool,
    url,
    query: async (name, text, values = []) => (await queryPool(pool, [{ name, text, values }]))[0] as never,
    queryTogether: (statements) => queryPool(pool, statements),
    transaction: (work) => transact(() => new DatabaseTransaction(pool, () => orm.em.fork()), work),
    get onStatement() {
      return witness;
    },
    set onStatement(next: Witness | null) {
      witness = next;
    },
    close: () => closeBoth(orm, pool),
  };
}

function connect(options: DatabaseOptions, url: string, seen: Witness): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities: [...options.rows],
      discovery: { warnWhenNoEntities: false },
      metadataCache: { enabled: false },
      ensureDatabase: false,
      pool: { max: options.poolSize ?? 16 },
      logger: (message) => options.log?.(message),
      colors: false,
      driverOptions: {
        // As a whole, so that sslmode and the like count; MikroORM itself reads only host, port, names and password.
        connectionString: url,
        ...TIMEOUTS,
        keepAlive: true,
        onPoolCreated: (pool: pg.Pool) => {
          guardConnections(pool, seen);
        },
      },
    }),
  );
}

/** The query builder ends the pool only where it has asked something itself. */
async function closeBoth(orm: MikroORM, pool: pg.Pool): Promise<void> {
  await orm.close(true);
  if (!pool.ending) await pool.end();
}

async function queryPool(pool: pg.Pool, statements: readonly Statement[]): Promise<readonly (readonly unknown[])[]> {
  // Not pool.query: that one throws the connection away after any error, a violated constraint included.
  const client = await pool.connect();
  const { rows, error } = await sendTogether(client, statements);
  client.release(error && isBroken(error) ? error : undefined);
  if (error) throw error;
  return rows;
}

type Work<T> = (transaction: DatabaseTransaction) => Promise<T> | T;

async function transact<T>(open: () => DatabaseTransaction, work: Work<T>): Promise<T> {
  try {
    return await attempt(open(), work);
  } catch (error) {
    if (codeOf(error) !== DEADLOCK) throw error;
    // The other one wakes up now. Whoever took its rows again at once would stand in its way once more.
    await setTimeout(PAUSE_MILLISECONDS);
    return attempt(open(), work);
  }
}

async function attempt<T>(transaction: DatabaseTransaction, work: Work<T>): Promise<T> {
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

const DEADLOCK = '40P01';
const PAUSE_MILLISECONDS = 20;

/** The SQLSTATE of an error from the driver or from MikroORM, which copies it; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
