import type { Page, Request } from 'playwright-core';

const QUIET_MS = 120;
const POLL_MS = 20;

/** What the pages of somebody are still asking for. Sockets stay open and do not count. */
export class Inflight {
  private readonly open = new Set<Request>();
  private lastEnd = 0;

  watch(page: Page): void {
    const done = (request: Request) => {
      this.open.delete(request);
      this.lastEnd = performance.now();
    };
    page.on('request', (request) => void this.open.add(request));
    page.on('requestfinished', done);
    page.on('requestfailed', done);
    // What a page was waiting for ends with it.
    page.on('close', () => this.open.forEach((request) => request.frame().page() === page && done(request)));
  }

  /** Resolves when nothing was asked for a moment: what an answer leads to is asked at once. */
  async quiet(patience: number): Promise<void> {
    const began = performance.now();
    while (this.open.size > 0 || performance.now() - Math.max(this.lastEnd, began) < QUIET_MS) {
      if (performance.now() - began > patience)
        throw new Error(`still asking: ${[...this.open].map((request) => request.url()).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
