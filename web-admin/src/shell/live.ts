import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createClient, type Client } from 'graphql-ws';
import { apollo } from './apollo.ts';
import { hashOf, type Hashed } from './document.ts';
import { ShellTicketDocument } from './gql/graphql.ts';
import { sessionState } from './session-state.ts';
import { ask } from './wire.ts';

export type LiveState = 'idle' | 'connected' | 'lost';

const AGAIN_MS = 3000;
const LONGEST_MS = 15_000;

let state: LiveState = 'idle';
let client: Client | null = null;
let socket: WebSocket | null = null;
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  if (state === next) return;
  const returned = state === 'lost' && next === 'connected';
  state = next;
  listeners.forEach((listener) => listener());
  // What was missed meanwhile is read again; notices themselves are replayed from their cursors.
  if (returned) void apollo.refetchQueries({ include: 'active' });
}

/** Lets a socket in. Whoever is no longer signed in is asked to do so above the page. */
async function ticket(): Promise<{ ticket: string }> {
  const { data, errors } = await ask(ShellTicketDocument, {});
  if (errors?.some(({ extensions }) => extensions?.code === 'NOT_SIGNED_IN')) sessionState.end();
  const found = data?.sessionTicket.ticket?.ticket;
  if (!found) throw new Error('No ticket');
  return { ticket: found };
}

/** Longer from time to time; and while nobody is signed in there is no use in trying. */
async function pause(retries: number): Promise<void> {
  await new Promise((done) => setTimeout(done, Math.min(LONGEST_MS, 500 * 2 ** retries)));
  await sessionState.running();
}

/** Closed by the page itself, to begin anew: the client takes it for no end. */
const RESTART = 4205;
const NORMAL = 1000;

function theClient(): Client {
  client ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: ticket,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: pause,
    keepAlive: 20_000,
    on: {
      opened: (opened) => void (socket = opened as WebSocket),
      connected: () => become('connected'),
      closed: (event) => {
        const { code } = event as CloseEvent;
        become(code === RESTART || code === NORMAL ? 'idle' : 'lost');
      },
    },
  });
  return client;
}

/** Ends the socket: another person, or the same in another post, begins anew. Whatever listens goes on over the next one. */
export function hangUp(): void {
  socket?.close(RESTART, 'Somebody else');
  socket = null;
}

interface Live<T> {
  /** Receives each notice once. */
  readonly onNotice: (data: T) => void;
  readonly skip?: boolean;
}

interface Notice {
  readonly cursor?: string;
  readonly kind?: string;
}

/** Listens for as long as the component is shown: across lost connections it goes on from the last notice. */
export function useLive<T>(document: Hashed<T, { after?: string | null }>, { onNotice, skip = false }: Live<T>): void {
  const hear = useRef(onNotice);
  hear.current = onNotice;
  useEffect(() => (skip ? undefined : listen(document, (data) => hear.current(data))), [document, skip]);
}

function listen<T>(document: Hashed<T, { after?: string | null }>, hear: (data: T) => void): () => void {
  const persistedQuery = { version: 1, sha256Hash: hashOf(document) };
  // The client sends this object again after a lost connection, with the cursor of that moment.
  const variables: { after?: string } = {};
  const payload = { query: '', variables, extensions: { persistedQuery } };
  let stop = () => undefined as void;
  let timer: number | undefined;
  const start = () => {
    stop = theClient().subscribe<T>(payload, {
      next: ({ data }) => {
        if (!data) return;
        const [notice] = Object.values<Notice>(data);
        if (notice?.cursor) variables.after = notice.cursor;
        if (notice?.kind === 'RESYNC') void apollo.refetchQueries({ include: 'active' });
        hear(data);
      },
      error: () => void (timer = window.setTimeout(start, AGAIN_MS)),
      complete: () => undefined,
    });
  };
  start();
  return () => {
    window.clearTimeout(timer);
    stop();
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether news arrive. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);
