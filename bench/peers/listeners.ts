// All subscribers of all contenders: graphql-ws clients as programs use them.
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { clock, endWithParent, serve } from '../serve.ts';

interface Crowd {
  readonly clients: Client[];
  heard: number;
  first: number;
  last: number;
  /** The message as the first socket got it. */
  raw: string;
  whenAll: (() => void) | null;
}

const crowds = new Map<string, Crowd>();

const QUERY = `subscription { claimHall { kind cursor action order { id state unit { id name } } } }`;

interface Opening {
  readonly crowd: string;
  readonly url: string;
  readonly tickets: readonly string[];
}

/** Connects and subscribes everybody, a few at a time. */
async function open({ crowd: name, url, tickets }: Opening): Promise<void> {
  const crowd: Crowd = { clients: [], heard: 0, first: 0, last: 0, raw: '', whenAll: null };
  crowds.set(name, crowd);
  for (let from = 0; from < tickets.length; from += 20) {
    await Promise.all(
      tickets.slice(from, from + 20).map((ticket) => join(crowd, `${url.replace('http', 'ws')}/graphql`, ticket)),
    );
  }
}

function join(crowd: Crowd, url: string, ticket: string): Promise<void> {
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    connectionParams: { ticket },
    // One id for all, so that all get the same bytes from the limit too.
    generateID: () => 's',
    onNonLazyError: fail,
  });
  crowd.clients.push(client);
  client.on('message', (message) => {
    if (message.type === 'next' && crowd.raw === '') crowd.raw = JSON.stringify(message);
  });
  const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()));
  client.subscribe(
    { query: QUERY },
    { next: (result) => hear(crowd, result.errors), error: fail, complete: () => undefined },
  );
  return connected;
}

function fail(error: unknown): void {
  console.error('a subscriber failed', error);
}

function hear(crowd: Crowd, errors: unknown): void {
  if (errors) return fail(errors);
  crowd.last = clock();
  if (crowd.heard === 0) crowd.first = crowd.last;
  if (++crowd.heard === crowd.clients.length) crowd.whenAll?.();
}

/** From now on everybody's next message is counted. */
function expect(name: string): void {
  const crowd = crowds.get(name)!;
  crowd.heard = 0;
}

/** When the first and the last had it, on the clock of the machine. */
async function all(name: string): Promise<{ first: number; last: number; heard: number }> {
  const crowd = crowds.get(name)!;
  if (crowd.heard < crowd.clients.length) {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${String(crowd.heard)} of ${String(crowd.clients.length)} were told`)),
        15_000,
      );
      crowd.whenAll = () => (clearTimeout(late), resolve());
    });
    crowd.whenAll = null;
  }
  return { first: crowd.first, last: crowd.last, heard: crowd.heard };
}

endWithParent();
serve({ open, expect, all, raw: (name: string) => crowds.get(name)!.raw });
