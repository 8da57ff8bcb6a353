import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { emptyDatabase, onServer } from './support/database.ts';

const START_MS = 60_000;
const children: ChildProcess[] = [];

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

/** Runs the built server as `npm start` does; resolves once it says where it listens. */
async function start(env: Record<string, string>): Promise<Server> {
  const { child, output } = run(env);
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    const url = /^listening on (http:\S+)$/m.exec(output())?.[1];
    if (url) return { child, url, output };
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    await pause(50);
  }
  child.kill('SIGTERM');
  throw new Error(`the server does not listen:\n${output()}`);
}

function run(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['api/run.cjs', 'dist/api/src/main.js'], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString('utf8')));
  return { child, output: () => said };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return child.exitCode;
}

async function stop({ child }: Server): Promise<number | null> {
  child.kill('SIGTERM');
  return ended(child);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function isReady({ url }: Server): Promise<boolean> {
  return (await fetch(new URL('/readyz', url))).ok;
}

/** The embedded database of a data folder, as its owner. */
function addressIn(folder: string): string {
  const port = readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3]!;
  const password = readFileSync(join(folder, 'owner-password'), 'utf8').trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/gongzhi`;
}

async function onData<Row extends pg.QueryResultRow>(folder: string, text: string): Promise<Row[]> {
  return onServer(addressIn(folder), async (client) => (await client.query<Row>(text)).rows);
}

describe('npm start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongzhi-start-'));
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(ended));
    rmSync(folder, { recursive: true, force: true });
  });
  const env = () => ({ DATA_DIR: folder, DEMO: '0' });

  test('answers within a minute, refuses a twin, keeps its data, survives kill -9 of server and launcher', async () => {
    const first = await start(env());
    expect(await isReady(first)).toBe(true);
    await onData(folder, "CREATE TABLE kept AS SELECT '甲' AS what");

    const twin = run(env());
    expect(await ended(twin.child)).toBe(1);
    expect(twin.output()).toContain('另一个共治服务正在使用数据文件夹');
    expect(await isReady(first)).toBe(true);
    expect(await stop(first)).toBe(0);
    expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);

    const second = await start(env());
    expect(await onData(folder, 'SELECT what FROM kept')).toEqual([{ what: '甲' }]);
    process.kill(serverPid(second), 'SIGKILL');
    await ended(second.child);

    const third = await start(env());
    expect(await onData(folder, 'SELECT what FROM kept')).toEqual([{ what: '甲' }]);
    third.child.kill('SIGKILL');
    await gone(third.url);

    const fourth = await start(env());
    expect(await onData(folder, 'SELECT what FROM kept')).toEqual([{ what: '甲' }]);

    // A second node on the same database, which has no data folder of its own.
    const untouched = join(folder, 'untouched');
    const node = await start({ DATABASE_URL: addressIn(folder), DATA_DIR: untouched, SEAL_KEY: 'x'.repeat(32) });
    expect(await isReady(node)).toBe(true);
    expect(await stop(node)).toBe(0);
    expect(existsSync(untouched)).toBe(false);

    fourth.child.kill('SIGTERM');
    fourth.child.kill('SIGTERM');
    expect(await ended(fourth.child)).toBe(0);
  }, 240_000);

  test('a server that may lose acknowledged data is refused', async () => {
    const database = await emptyDatabase();
    const untouched = mkdtempSync(join(tmpdir(), 'gongzhi-start-'));
    // The server of the tests is such a one.
    const server = run({ DATABASE_URL: database.url, DATA_DIR: untouched });
    expect(await ended(server.child)).toBe(1);
    expect(server.output()).toMatch(/数据库设置 .*fsync.* 不是 on/);
    expect(readdirSync(untouched)).toEqual([]);
    await database.drop();
    rmSync(untouched, { recursive: true });
  }, 60_000);

  test('a port in use and wrong settings are named, without a stack', async () => {
    const wrong = run({ ...env(), PORT: 'http', SEAL_KEY: 'short' });
    expect(await ended(wrong.child)).toBe(1);
    expect(wrong.output()).toMatch(/- PORT：.*\n.*- SEAL_KEY：/);
    expect(wrong.output()).not.toMatch(/\n\s+at /);

    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const late = run({ ...env(), PORT: String(port) });
    expect(await ended(late.child)).toBe(1);
    expect(late.output()).toContain(`端口 ${String(port)} 已被占用`);
    blocker.close();
    expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
  }, 120_000);
});

/** The process behind the launcher. */
function serverPid({ child }: Server): number {
  return Number(
    execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')[0],
  );
}

async function gone(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await fetch(new URL('/readyz', url));
    } catch {
      return;
    }
    await pause(50);
  }
  throw new Error('the server outlives its launcher');
}
