import type { Client } from 'graphql-ws';
import { Deviation } from './house.ts';

/** A notice as it came. */
export type Heard<N> = N & {
  readonly kind: string;
  /** `performance.now()` at its arrival. */
  readonly at: number;
};

const PATIENCE = 5_000;

/** Somebody who listens to a subscription, from now on. */
export class Ear<N> {
  private readonly heard: Heard<N>[] = [];
  private readonly waiting = new Set<() => void>();
  private fault: Error | null = null;
  private readonly client: Client;
  private readonly field: string;
  private readonly shown: string;

  constructor(client: Client, field: string, shown: string) {
    this.client = client;
    this.field = field;
    this.shown = shown;
  }

  /** Resolves when the socket is open and the subscription has been sent. */
  async open(): Promise<void> {
    const connected = new Promise<void>((resolve) => void this.client.on('connected', () => resolve()));
    this.client.subscribe<Record<string, Omit<Heard<N>, 'at'>>>(
      { query: `subscription { ${this.field} { kind ${this.shown} } }` },
      {
        next: ({ data }) =>
          this.note(data ? ({ ...data[this.field], at: performance.now() } as unknown as Heard<N>) : null),
        error: (error) => this.fail(error),
        complete: () => undefined,
      },
    );
    await Promise.race([connected, pause(PATIENCE).then(() => Promise.reject(new Deviation('推送没有连上')))]);
    // What is subscribed to is heard from the next event on; the server has no word for "I listen now".
    await pause(200);
  }

  /** The notice of this kind that `fits`; waits up to five seconds. */
  async hears(kind: string, fits: (notice: Heard<N>) => boolean): Promise<Heard<N>> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const found = this.heard.find((notice) => notice.kind === kind && fits(notice));
      if (found) return found;
      if (this.fault) throw new Deviation(`推送中断：${this.fault.message}`);
      const left = deadline - performance.now();
      if (left <= 0) throw new Deviation(`等了5秒，没有收到 ${kind} 的推送`);
      await this.more(left);
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private more(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, atMost);
      this.waiting.add(wake);
    });
  }

  private note(heard: Heard<N> | null): void {
    if (heard) this.heard.push(heard);
    for (const wake of this.waiting) wake();
  }

  private fail(error: unknown): void {
    const reason = error as { reason?: string; message?: string };
    this.fault = new Error(reason.reason ?? reason.message ?? JSON.stringify(error));
    for (const wake of this.waiting) wake();
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
