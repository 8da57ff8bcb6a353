import { spawn, type ChildProcess } from 'node:child_process';

/** What a child answers: the value, or why there is none. */
type Answer = { readonly id: number; readonly value?: unknown; readonly fault?: string };

const ANSWER_MS = 120_000;

/** A process of ours that answers questions: what was asked goes to `serve` on the other side. */
export class Child {
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  private readonly gone: Promise<void>;
  private asked = 0;
  private said = '';

  private readonly process: ChildProcess;

  constructor(process: ChildProcess, name: string) {
    this.process = process;
    const keep = (chunk: Buffer) => (this.said = (this.said + String(chunk)).slice(-4000));
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
    process.on('message', (answer: Answer) => this.take(answer));
    this.gone = new Promise((resolve) => {
      process.once('exit', (code) => {
        for (const { reject } of this.waiting.values())
          reject(new Error(`${name} ended (${String(code)}): ${this.said}`));
        resolve();
      });
    });
  }

  /** Starts a script with this Node. */
  static start(
    script: string,
    { flags = [], env = {} }: { flags?: readonly string[]; env?: Record<string, string> } = {},
  ) {
    const child = spawn(process.execPath, [...flags, script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, ...env },
    });
    return new Child(child, script);
  }

  /** Resolves with the first match in what the child prints. */
  async prints(pattern: RegExp, withinMs = 60_000): Promise<string> {
    const end = performance.now() + withinMs;
    while (performance.now() < end) {
      const found = pattern.exec(this.said);
      if (found) return found[1] ?? found[0];
      if (this.process.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`No ${String(pattern)} in: ${this.said}`);
  }

  ask<T>(what: string, input: unknown = null): Promise<T> {
    const id = ++this.asked;
    return new Promise<T>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${what}: no answer. ${this.said}`)), ANSWER_MS);
      const done = () => (clearTimeout(late), this.waiting.delete(id));
      this.waiting.set(id, {
        resolve: (value) => (done(), resolve(value)),
        reject: (error) => (done(), reject(error)),
      });
      this.process.send({ id, what, input });
    });
  }

  /** CPU microseconds that the child has used so far. */
  cpu(): Promise<number> {
    return this.ask('cpu');
  }

  /** Bytes that it occupies. */
  memory(): Promise<number> {
    return this.ask('memory');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGTERM');
    const hurry = setTimeout(() => this.process.kill('SIGKILL'), 12_000);
    await this.gone;
    clearTimeout(hurry);
  }

  private take({ id, value, fault }: Answer): void {
    const waiting = this.waiting.get(id);
    if (fault === undefined) waiting?.resolve(value as never);
    else waiting?.reject(new Error(fault));
  }
}
