import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../dist/api/src/platform/database/embedded.js';
import { migrate } from '../dist/api/src/platform/database/migrate.js';
import { Child } from './child.ts';
import { readPostgresCpu, type PostgresCpu } from './postgres.ts';

const ROOT = join(import.meta.dirname, '..');

/** A database with the settings that every installation has, and the real server on it, in a folder that goes when we go. */
export interface Ground {
  readonly databaseUrl: string;
  /** As the owner. */
  readonly sql: pg.Pool;
  /** What of the server's settings decides how durable a commit is. */
  readonly durability: string;
  readonly version: string;
  /** Where PostgreSQL keeps its files. */
  readonly dataFolder: string;
  /** Starts the server as users do, with the probe in it; `url` names another database of the same PostgreSQL. */
  startServer(url?: string): Promise<Server>;
  /** CPU that PostgreSQL has used so far. */
  databaseCpu(): PostgresCpu;
  close(): Promise<void>;
}

export interface Server {
  readonly url: string;
  readonly child: Child;
}

/** @param documents Documents that the server knows beside its own. */
export async function openGround(documents: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  const embedded = (await startEmbedded(folder, () => undefined)) as {
    url: string;
    home: string;
    stop(): Promise<void>;
  };
  const sql = new pg.Pool({ connectionString: embedded.url, max: 4 });
  // The server may go before a connection has said goodbye.
  sql.on('error', () => undefined);
  sql.on('connect', (client) => void client.on('error', () => undefined));
  const open: Child[] = [];
  const close = async () => {
    await Promise.all(open.map((child) => child.stop()));
    await sql.end();
    await embedded.stop();
    for (const gone of new Set([folder, embedded.home])) rmSync(gone, { recursive: true, force: true });
  };
  try {
    await migrate(embedded.url);
    const house = houseIn(folder, documents);
    const dataFolder = join(embedded.home, 'pg');
    return {
      databaseUrl: embedded.url,
      sql,
      durability: await durabilityOf(sql),
      version: (await sql.query<{ v: string }>("SELECT current_setting('server_version') AS v")).rows[0]!.v,
      dataFolder,
      startServer: async (url = embedded.url) => {
        const server = await startServer(house, url);
        open.push(server.child);
        return server;
      },
      databaseCpu: () => readPostgresCpu(dataFolder),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function durabilityOf(sql: pg.Pool): Promise<string> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers'];
  const { rows } = await sql.query<{ name: string; value: string }>(
    'SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name',
    [names],
  );
  const off = rows.find(({ name, value }) => names.slice(0, 3).includes(name) && value !== 'on');
  if (off) throw new Error(`${off.name} is ${off.value}: nothing measured so would be true`);
  return rows.map(({ name, value }) => `${name}=${value}`).join(', ');
}

/** A house of its own with all that was built, so that documents can be laid beside the console's. */
function houseIn(folder: string, documents: Readonly<Record<string, string>>): string {
  const house = join(folder, 'house');
  for (const part of ['dist', 'schema', 'package.json'])
    cpSync(join(ROOT, part), join(house, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
  for (const [name, text] of Object.entries(documents))
    writeFileSync(join(house, 'schema', 'documents', `${name}.graphql`), text);
  return house;
}

async function startServer(house: string, databaseUrl: string): Promise<Server> {
  const settings = {
    ...{
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DEMO: '0',
      NODE_ENV: 'production',
      SEAL_KEY: randomUUID(),
    },
    // Some of our documents are in no list; everything else is as in production.
    ...{ TRUSTED_DOCUMENTS_ONLY: '0', LOG_LEVEL: 'error', LAUNCHER_PID: '', MAX_SOCKETS: '20000' },
  };
  const probe = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;
  const child = Child.start(join(house, 'dist/api/src/main.js'), {
    flags: ['--import', probe],
    env: settings,
  });
  return { child, url: await child.prints(/listening on (http:\S+)/) };
}
