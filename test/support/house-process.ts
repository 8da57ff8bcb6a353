import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const CHILD = join(import.meta.dirname, 'house-process.child.ts');
const START_MS = 60_000;
const running = new Set<ChildProcess>();

export interface HouseProcessOptions {
  readonly databaseUrl: string;
  readonly sealKey: string;
  /** Milliseconds by which its clock is ahead of the real one. */
  readonly ahead?: number;
  readonly config?: Readonly<Record<string, string>>;
}

/** A house in a process of its own, which can be killed and started again; each start has another port. */
export class HouseProcess {
  private child: ChildProcess | null = null;
  private address = '';
  private said = '';

  private constructor(private readonly options: HouseProcessOptions) {}

  static async start(options: HouseProcessOptions): Promise<HouseProcess> {
    const house = new HouseProcess(options);
    await house.start();
    return house;
  }

  /** Where it listens, or listened last. */
  get url(): string {
    return this.address;
  }

  /** What it wrote, of all its lives. */
  get output(): string {
    return this.said;
  }

  /** Resolves when it answers. */
  async start(more: { readonly ahead?: number } = {}): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD], {
      env: environmentOf({ ...this.options, ...more }),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    this.child = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => ((said += data.toString('utf8')), (this.said += data.toString('utf8'))));
    const end = performance.now() + START_MS;
    for (;;) {
      const url = /^listening on (http:\S+)$/m.exec(said)?.[1];
      if (url) return void (this.address = url);
      if (hasEnded(child) || performance.now() > end) throw new Error(`the house did not open:\n${said}`);
      await pause(20);
    }
  }

  /** kill -9. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM. Resolves when the process has closed everything. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** A figure of its metrics page. */
  async figure(name: string): Promise<number> {
    const page = await (await fetch(`${this.url}/metrics`)).text();
    const found = new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1];
    if (found === undefined) throw new Error(`no figure ${name}`);
    return Number(found);
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(hard);
  }
}

/** Ends whatever a suite left running, also when it failed. */
export async function endAllHouses(): Promise<void> {
  const left = [...running].filter((child) => !hasEnded(child));
  const gone = left.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  left.forEach((child) => child.kill('SIGKILL'));
  await Promise.all(gone);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function environmentOf({ databaseUrl, sealKey, ahead = 0, config = {} }: HouseProcessOptions): Record<string, string> {
  return {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TEST_CLOCK_AHEAD: String(ahead) },
    ...{ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl, SEAL_KEY: sealKey, DEMO: '0' },
    ...{ LOG_LEVEL: 'warn', SWEEP_SECONDS: '3600', SESSION_HOURS: '720' },
    ...{ SESSION_IDLE_MINUTES_STAFF: '1440', SESSION_IDLE_MINUTES_RESIDENT: '1440' },
    ...config,
  };
}
