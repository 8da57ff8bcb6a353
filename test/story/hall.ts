import type { Client } from 'graphql-ws';
import { Deviation } from './house.ts';

/** A notice as it came to a unit. */
export interface Heard {
  readonly kind: string;
  readonly label: string | null;
  readonly order: { readonly id: string; readonly title: string | null } | null;
  /** `performance.now()` at its arrival. */
  readonly at: number;
}

const CLAIM_HALL = 'subscription { claimHall { kind label order { id title } } }';
const PATIENCE = 5_000;

/** The claim hall of a unit, open from now on. */
export class Hall {
  private readonly heard: Heard[] = [];
  private readonly waiting = new Set<() => void>();
  private fault: Error | null = null;
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** Resolves when the socket is open and the subscription has been sent. */
  async open(): Promise<void> {
    const connected = new Promise<void>((resolve) => void this.client.on('connected', () => resolve()));
    this.client.subscribe<{ claimHall: Omit<Heard, 'at'> }>(
      { query: CLAIM_HALL },
      {
        next: ({ data }) => this.note(data ? { ...data.claimHall, at: performance.now() } : null),
        error: (error) => this.fail(error),
        complete: () => undefined,
      },
    );
    await Promise.race([connected, pause(PATIENCE).then(() => Promise.reject(new Deviation('领单大厅没有连上')))]);
    // What is subscribed to is heard from the next event on; the server has no word for "I listen now".
    await pause(200);
  }

  /** The notice of this kind about the order; waits up to five seconds. */
  async hears(kind: string, orderId: string): Promise<Heard> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const found = this.heard.find((heard) => heard.kind === kind && heard.order?.id === orderId);
      if (found) return found;
      if (this.fault) throw new Deviation(`领单大厅中断：${this.fault.message}`);
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

  private note(heard: Heard | null): void {
    if (heard) this.heard.push(heard);
    for (const wake of this.waiting) wake();
  }

  private fail(error: unknown): void {
    const reason = error as { reason?: string; message?: string };
    this.fault = new Error(reason.reason ?? reason.message ?? JSON.stringify(error));
    for (const wake of this.waiting) wake();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
