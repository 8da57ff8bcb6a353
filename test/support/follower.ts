import { createClient, type Client } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Agent } from 'node:http';
import { post } from './caller.ts';
import type { Shown, Somebody } from './somebody.ts';

export interface FollowerOptions {
  readonly by: Somebody;
  readonly field: string;
  /** Where the server is now; asked before every connect. */
  readonly url: () => string;
  readonly agent: Agent;
  readonly shown?: string;
  readonly after?: string | null;
}

/** A client as they should be: comes back for ever, each time with a new ticket and the cursor of the last notice. */
export class Follower {
  readonly heard: Shown[] = [];
  readonly codes: number[] = [];
  connects = 0;
  connected = false;
  private readonly client: Client;

  constructor(readonly options: FollowerOptions) {
    const { field, shown = 'kind cursor action order { id }', after = null } = options;
    this.client = this.open();
    const query = `subscription ($after: String) { ${field}(after: $after) { ${shown} } }`;
    const payload = { query, variables: { after } };
    this.client.subscribe<Shown>(payload, {
      next: ({ data }) => {
        const notice = data?.[field] as Shown;
        this.heard.push({ ...notice, heardAt: performance.now() });
        // The same object is sent again at every reconnect.
        payload.variables.after = notice['cursor'] as string;
      },
      error: () => undefined,
      complete: () => undefined,
    });
  }

  get who() {
    return this.options.by.who;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private open(): Client {
    return createClient({
      url: () => `${this.options.url().replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      // Full jitter; shorter at most than in the field, because the outages of a test are short.
      retryWait: (tries) => sleep(Math.random() * Math.min(2000, 100 * 2 ** tries)),
      connectionParams: async () => ({ ticket: await this.ticket() }),
      onNonLazyError: () => undefined,
      on: {
        connected: () => ((this.connects += 1), (this.connected = true)),
        closed: (event) => {
          this.connected = false;
          this.codes.push((event as { code?: number }).code ?? 0);
        },
      },
    });
  }

  private async ticket(): Promise<string> {
    const { by, url, agent } = this.options;
    const query = 'mutation { sessionTicket { ticket { ticket } userErrors { code } } }';
    const { data } = await post(url(), by.who, { query }, agent);
    return data?.['sessionTicket'].ticket.ticket as string;
  }
}

/** Number in the feed of a notice. */
export const seqOf = (notice: Shown): number => Number(String(notice['cursor']).split(':')[1]);
