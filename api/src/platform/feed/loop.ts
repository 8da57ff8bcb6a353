import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';

/** What a step leaves behind: how long to rest, in milliseconds. */
export type Step = (woken: boolean) => Promise<number>;

const FIRST_RETRY = 50;
const LAST_RETRY = 5000;

/** Repeats a step for ever: rests between steps unless woken, and after a failure rests longer each time. Never throws. */
export class Loop {
  private woken = false;
  private failures = 0;
  private closing = new AbortController();
  private rest: AbortController | null = null;
  private readonly done: Promise<void>;

  constructor(
    private readonly name: string,
    private readonly step: Step,
    private readonly log: FastifyBaseLogger,
  ) {
    this.done = this.run();
  }

  /** Cuts the rest short. Any number of calls while a step runs means one more step. */
  wake(): void {
    this.woken = true;
    this.rest?.abort();
  }

  /** The last step succeeded. */
  healthy(): boolean {
    return this.failures === 0;
  }

  /** Lets the running step end, then stops. */
  async close(): Promise<void> {
    this.closing.abort();
    this.rest?.abort();
    await this.done;
  }

  private async run(): Promise<void> {
    while (!this.closing.signal.aborted) {
      const woken = this.woken;
      this.woken = false;
      const pause = await this.attempt(woken);
      if (pause > 0) await this.pause(pause);
    }
  }

  private async attempt(woken: boolean): Promise<number> {
    try {
      const pause = await this.step(woken);
      if (this.failures > 0) this.log.info({ loop: this.name, failures: this.failures }, 'feed goes on');
      this.failures = 0;
      return pause;
    } catch (error) {
      this.failures += 1;
      // Said once per outage: a database that is gone for an hour must not fill the log.
      if (this.failures === 1 && !this.closing.signal.aborted)
        this.log.warn({ loop: this.name, err: error }, 'feed stands still');
      return Math.random() * Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.failures);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    // After a failure nothing cuts the rest short, or writers would hammer a database that is just coming back.
    const wakes = this.failures === 0;
    if ((wakes && this.woken) || this.closing.signal.aborted) return;
    const rest = new AbortController();
    if (wakes) this.rest = rest;
    await sleep(milliseconds, undefined, { signal: AbortSignal.any([rest.signal, this.closing.signal]) }).catch(
      () => undefined,
    );
    this.rest = null;
  }
}
