import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, readPostmaster } from './cluster.ts';
import { Occupancy } from './occupancy.ts';

const ANSWER_MS = 10_000;
const STOP_MS = 10_000;
// A server that has just started hangs up its sign a moment after its database is ready.
const SIGN_MS = 500;

/**
 * Makes the data folder startable: a database whose server was killed is stopped (cleanly, if it answers), and a note of a database
 * that is long gone is thrown away.
 * @throws when a living server works on the folder.
 */
export async function clearLeftover(folder: string, password: string): Promise<void> {
  const pid = readPostmaster(folder)?.pid;
  if (!pid || !isAlive(pid)) return; // PostgreSQL itself overwrites the note of a dead process
  if (!isDatabaseOf(pid, folder)) {
    // The number now belongs to some other program; PostgreSQL would refuse to start because of it.
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  const occupancy = await occupy(folder, password, pid);
  if (occupancy === 'occupied') {
    throw new Error(`另一个共治服务正在使用数据文件夹 ${folder}。请先停止它，或用 DATA_DIR 指定另一个文件夹。`);
  }
  await occupancy?.leave();
  await stop(pid, occupancy ? 'SIGINT' : 'SIGQUIT');
}

/** Null: the database does not answer at all. */
async function occupy(folder: string, password: string, pid: number): Promise<Occupancy | 'occupied' | null> {
  const deadline = performance.now() + ANSWER_MS;
  while (performance.now() < deadline && isAlive(pid)) {
    const note = readPostmaster(folder);
    if (note?.status === 'ready') {
      await sleep(SIGN_MS);
      try {
        return (await Occupancy.take(addressOf(note.port, password, 'postgres'))) ?? 'occupied';
      } catch {
        // still recovering, or on its way down
      }
    }
    await sleep(100);
  }
  return null;
}

async function stop(pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  for (const way of [signal, 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, way);
    for (let waited = 0; waited < STOP_MS && isAlive(pid); waited += 50) await sleep(50);
  }
  if (isAlive(pid)) throw new Error(`上次留下的数据库进程 ${String(pid)} 停不下来，请手动结束它后再启动。`);
}

/** Does a process of this number live? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isDatabaseOf(pid: number, folder: string): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && [folder, realpathSync(folder)].some((name) => command.includes(name));
}

function commandOf(pid: number): string {
  const file = `/proc/${String(pid)}/cmdline`;
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
