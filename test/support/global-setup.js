import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
// Node runs these TypeScript files as they are, so the tests need no build and cannot meet a stale one.
import { addressOf, startCluster } from '../../api/src/platform/database/cluster.ts';
import { migrate, migrationFiles } from '../../api/src/platform/database/migrate.ts';

/**
 * One PostgreSQL for all suites (or the one that TEST_PG names, as superuser), with one migrated database to clone.
 * Suites learn of them by TEST_PG and TEST_TEMPLATE; TEST_DEMO is the name for a database with the demo world.
 */
export default async function globalSetup() {
  process.env.TEST_PG ??= await startOwn();
  try {
    process.env.TEST_TEMPLATE = await makeTemplate(process.env.TEST_PG);
    // The suite that first wants the demo world makes it; it is as old as this run.
    process.env.TEST_DEMO = `demo_gongzhi_${randomBytes(6).toString('hex')}`;
  } catch (error) {
    // Jest runs no teardown after a setup that failed.
    await globalThis.stopTestCluster?.();
    throw error;
  }
}

async function startOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-test-'));
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString('hex');
  // Nobody mourns these data: no waiting for the disk.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '128MB',
  };
  const cluster = await startCluster({
    folder: join(folder, 'pg'),
    password,
    settings,
    logFile: join(folder, 'postgres.log'),
  });
  globalThis.stopTestCluster = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return addressOf(cluster.port, password, 'postgres');
}

async function makeTemplate(server) {
  const files = migrationFiles();
  // The name follows the files' content: a shared server may hold templates of other checkouts.
  const name = `template_gongzhi_${files.reduce((sum, { digest }) => (sum + parseInt(digest.slice(0, 8), 16)) >>> 0, 0).toString(16)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await migrate(url.href, files);
  } finally {
    await client.end();
  }
  return name;
}
