import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what only the bench needs, unless it is there. */
export function install(say: (line: string) => void): void {
  const done = join(import.meta.dirname, 'node_modules', '.package-lock.json');
  const lock = join(import.meta.dirname, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  say('the peers (npm ci) …');
  const args = ['ci', '--prefix', import.meta.dirname, '--no-fund', '--no-audit'];
  // Run by npm, we know where it is; on Windows its command is a script that only a shell can run.
  const own = process.env['npm_execpath'];
  const { status } = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed in bench/');
}

/** Versions of what is compared. */
export function peerVersions(): string {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
