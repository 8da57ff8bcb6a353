import { spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseAccount, nativeFolder, type Account } from './binaries.ts';

/** A PostgreSQL cluster that this process runs itself. */
export interface Cluster {
  readonly port: number;
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The data folder. Its parent must be reachable for the database account. */
  readonly folder: string;
  /** Password of the superuser `postgres`; used when the cluster is made. */
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Server log; appended to. */
  readonly logFile: string;
}

// With --locale=C pg_trgm finds no trigrams in Chinese text; the builtin UTF-8 locale does, and is the same on every machine.
const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  '--lc-messages=C',
];
const READY_MS = 60_000;
const STOP_MS = 8_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/** Makes the cluster if the folder has none, and starts it on a free port of the loopback address. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = databaseAccount();
  const native = nativeFolder(account, dirname(options.folder));
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await initialise(native, account, options);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = launch(native, account, { ...options, port });
    if (await isReady(child, options.folder)) return running(child, port);
    // Somebody else may have taken the port between our look and the start.
    if (attempt === 3) throw new Error(`数据库没有启动成功。服务器日志的最后几行：\n${tailOf(options.logFile)}`);
    // Or backends of a killed server still hold its shared memory; they end by themselves.
    await sleep(500);
  }
}

async function initialise(native: string, account: Account, { folder, password }: ClusterOptions): Promise<void> {
  // Made beside and renamed: a start that is killed half-way leaves no half a cluster.
  const draft = `${folder}.${String(process.pid)}`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await execute(join(native, 'bin', 'initdb'), [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...INITDB], account);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function execute(program: string, args: readonly string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', (error) => {
      reject(new Error(`无法运行数据库程序 ${program}：${error.message}`));
    });
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`数据库初始化失败（${program} 返回 ${String(code)}）：${said.trim()}`));
    });
  });
}

function launch(native: string, account: Account, options: ClusterOptions & { port: number }): ChildProcess {
  const { folder, port, settings, logFile } = options;
  const fixed = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const flags = Object.entries({ ...settings, ...fixed }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const full = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT;
  const log = openSync(logFile, full ? 'w' : 'a', 0o600);
  try {
    // Its own process group: Ctrl-C must reach us, who close things in order, and not the database.
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', folder, ...flags], {
      ...account,
      stdio: ['ignore', log, log],
      cwd: '/',
      detached: true,
    });
    child.on('error', () => undefined);
    // Whichever way we end (but kill -9), the database ends too.
    const last = () => child.kill('SIGINT');
    process.once('exit', last);
    child.once('exit', () => process.off('exit', last));
    return child;
  } finally {
    closeSync(log);
  }
}

async function isReady(child: ChildProcess, folder: string): Promise<boolean> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (child.pid === undefined || hasEnded(child)) return false;
    const file = readPostmaster(folder);
    if (file?.pid === child.pid && file.status === 'ready') return true;
    await sleep(20);
  }
  child.kill('SIGQUIT');
  return false;
}

function running(child: ChildProcess, port: number): Cluster {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (hasEnded(child)) return;
    child.kill('SIGINT');
    const hurry = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
    await gone;
    clearTimeout(hurry);
  };
  return { port, stop };
}

/** The superuser's address of a database on the loopback. */
export function addressOf(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${String(port)}/${database}`;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** What a running (or killed) server wrote about itself into its data folder. */
export function readPostmaster(folder: string): { pid: number; port: number; status: string } | null {
  const file = join(folder, 'postmaster.pid');
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') : '（没有日志）';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
