import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { projectRoot } from '../config/root.ts';

/** One file of `schema/migrations`. */
export interface MigrationFile {
  /** `0001_roles` */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hex, whatever line ends the checkout has. */
  readonly digest: string;
}

/** The migrations of this checkout, in the order in which they run. */
export function migrationFiles(folder = join(projectRoot(), 'schema', 'migrations')): readonly MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const odd = names.filter((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  if (odd.length > 0) throw new Error(`数据库升级文件的名字应为 NNNN_名称.sql：${odd.join('、')}`);
  return names.sort().map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { name: file.replace(/\.sql$/, ''), sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
}

// Any number, the same in every node.
const LOCK = 7_406_230;

/**
 * Brings the database up to date, as its owner. Each file runs in one transaction; what is done stays done.
 * Several nodes may call this at once: they take turns.
 * @throws when a file that this database already has was changed afterwards, or when a file fails.
 */
export async function migrate(ownerUrl: string, files = migrationFiles()): Promise<void> {
  const guard = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
  guard.on('error', () => undefined);
  await guard.connect().catch((error: unknown) => {
    throw new Error(`连接不上数据库：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await guard.query('CREATE TABLE IF NOT EXISTS migration_digest (name text PRIMARY KEY, sha256 text NOT NULL)');
    await refuseChanged(guard, files);
    await runPending(ownerUrl, files);
  } finally {
    await guard.end();
  }
}

async function refuseChanged(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration_digest');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const changed = files.filter((file) => (applied.get(file.name) ?? file.digest) !== file.digest);
  if (changed.length === 0) return;
  const names = changed.map((file) => `${file.name}.sql`).join('、');
  throw new Error(`数据库升级文件 ${names} 在执行之后又被改动过，已停止启动。请恢复原文件，把改动写成新的升级文件。`);
}

async function runPending(ownerUrl: string, files: readonly MigrationFile[]): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    driverOptions: { connectionString: ownerUrl },
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { max: 2 },
    migrations: {
      migrationsList: files.map((file) => ({ name: file.name, class: asMigration(file) })),
      // One transaction a file, not one for all: the files before a faulty one stay applied.
      allOrNothing: false,
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
  });
  let current = '';
  orm.migrator.on('migrating', ({ name }) => {
    current = name;
  });
  try {
    await orm.migrator.up();
  } catch (error) {
    throw new Error(`数据库升级文件 ${current}.sql 执行失败：${messageOf(error)}`, { cause: error });
  } finally {
    await orm.close();
  }
}

function asMigration({ name, sql, digest }: MigrationFile): typeof SqlFile {
  return class extends SqlFile {
    override up(): void {
      this.addSql(sql);
      this.addSql(`INSERT INTO migration_digest (name, sha256) VALUES ('${name}', '${digest}')`);
    }
  };
}

class SqlFile extends Migration {
  override up(): void | Promise<void> {
    throw new Error('made by asMigration');
  }
}

/** The server's own sentence: MikroORM puts the whole SQL text before it. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(text.lastIndexOf(' - ') + 1).trim();
}
