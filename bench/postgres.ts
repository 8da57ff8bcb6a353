import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_US = 10_000;

/** CPU microseconds of every process of a PostgreSQL server; null where /proc does not tell. */
export type PostgresCpu = ReadonlyMap<string, number> | null;

export function readPostgresCpu(dataFolder: string): PostgresCpu {
  if (!existsSync('/proc/self/stat')) return null;
  const server = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const used = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [parent, ticks] = statOf(pid);
    if (parent === server || pid === server) used.set(pid, ticks * TICK_US);
  }
  return used;
}

/** Microseconds between two readings; what ended in between took its last ones with it. NaN where nothing is known. */
export function spent(before: PostgresCpu, after: PostgresCpu): number {
  if (!before || !after) return Number.NaN;
  return [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);
}

function statOf(pid: string): [parent: string, ticks: number] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return [fields[1]!, Number(fields[11]) + Number(fields[12])];
  } catch {
    // Ended between the look and the reading.
    return ['', 0];
  }
}
