import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { databaseAccount, isReachable } from './binaries.ts';
import { addressOf, readPostmaster, startCluster } from './cluster.ts';
import { clearLeftover, isAlive } from './leftover.ts';
import { Occupancy } from './occupancy.ts';

const DATABASE = 'gongzhi';

// Two cores and a few gigabytes, shared with the application itself.
const SETTINGS = {
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  max_wal_size: '1GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
} as const;

/** The PostgreSQL that came with the installation, running on a data folder of its own. */
export interface Embedded {
  /** As its owner. */
  readonly url: string;
  /** Where its files are: the data folder, or elsewhere if the account that runs it cannot get there. */
  readonly home: string;
  /** A key made with the cluster and kept beside it, for whoever was given none. */
  readonly sealKey: string;
  stop(): Promise<void>;
}

/**
 * Starts it, making the cluster on the first call. What a killed predecessor left is cleared away.
 * @throws with a sentence for the operator, also when another server works on this data folder.
 */
export async function startEmbedded(dataDir: string, log: (line: string) => void): Promise<Embedded> {
  const home = homeFor(dataDir, log);
  const folder = join(home, 'pg');
  const password = passwordIn(home, existsSync(join(folder, 'PG_VERSION')));
  await clearLeftover(folder, password);
  const cluster = await startCluster({ folder, password, settings: SETTINGS, logFile: join(home, 'postgres.log') });
  const server = addressOf(cluster.port, password, 'postgres');
  try {
    const occupancy = await Occupancy.take(server);
    if (!occupancy) throw new Error('另一个服务正在使用这个数据文件夹。');
    await ensureDatabase(server);
    return {
      url: addressOf(cluster.port, password, DATABASE),
      home,
      sealKey: secretIn(home, 'seal-key'),
      stop: async () => {
        await occupancy.leave();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Has a house ever lived on this data folder? Makes nothing. */
export const hasEmbedded = (dataDir: string): boolean =>
  existsSync(dataDir) &&
  existsSync(
    join(
      homeFor(dataDir, () => undefined),
      'pg',
      'PG_VERSION',
    ),
  );

/** The address, as its owner, of the one that a house has running on this data folder; null when none runs. */
export function runningEmbedded(dataDir: string): string | null {
  const home = homeFor(dataDir, () => undefined);
  const note = readPostmaster(join(home, 'pg'));
  if (note?.status !== 'ready' || !isAlive(note.pid)) return null;
  return addressOf(note.port, secretIn(home, 'owner-password'), DATABASE);
}

/** The data folder, or, where the database account cannot get there, one that depends on nothing but the data folder's name. */
function homeFor(dataDir: string, log: (line: string) => void): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const account = databaseAccount();
  if (isReachable(dataDir, account)) return dataDir;
  if (isReachable(dirname(dataDir), account)) {
    // The folder is ours: passing through is allowed, looking around stays forbidden.
    chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    return dataDir;
  }
  const name = `gongzhi-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)}`;
  const home = join(isWritable('/var/lib') ? '/var/lib' : tmpdir(), name);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  log(`以 root 运行时数据库使用普通系统账号，它进不去 ${dataDir}，因此数据库文件放在 ${home}。`);
  return home;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function passwordIn(home: string, needed: boolean): string {
  if (needed && !existsSync(join(home, 'owner-password'))) {
    throw new Error(
      `${home} 里有数据库，却没有它的密码文件 owner-password。请恢复该文件；如果不要这些数据，请删除 ${join(home, 'pg')}。`,
    );
  }
  return secretIn(home, 'owner-password');
}

/** A random secret that is made once and then stays. */
function secretIn(home: string, name: string): string {
  const file = join(home, name);
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

async function ensureDatabase(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
