import pg from 'pg';

/** Milliseconds after which each kind of waiting ends. The driver's own defaults wait for ever. */
export const TIMEOUTS = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 5_000,
  statement_timeout: 4_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

/** `url` with `settings` as server settings of the session (`options=-c name=value ...`), beside those that it already names. */
export function withSettings(url: string, settings: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  const given = target.searchParams.get('options');
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  target.searchParams.set('options', [...(given ? [given] : []), ...flags].join(' '));
  // URLSearchParams writes a space as "+", which libpq and other drivers take for a plus sign.
  return target.href.replaceAll('+', '%20');
}

// Array types have no names in pg.types.
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];
const TEXT_LIST = 1009 as TypeId;
const INT8_LIST = 1016 as TypeId;
const DATE_LIST = 1182 as TypeId;
const listOf = pg.types.getTypeParser(TEXT_LIST) as (text: string) => (string | null)[];

/** How named queries read columns: int8 is a number (our counters stay below 2^53), timestamptz a Date, date the text `2026-11-23`. */
export const ROW_TYPES = new pg.TypeOverrides();
ROW_TYPES.setTypeParser(pg.types.builtins.INT8, Number);
ROW_TYPES.setTypeParser(pg.types.builtins.DATE, String);
ROW_TYPES.setTypeParser(INT8_LIST, (text) => listOf(text).map((item) => (item === null ? null : Number(item))));
ROW_TYPES.setTypeParser(DATE_LIST, (text) => listOf(text));

/** Sees the text of every statement, whichever way it is sent. */
export type Witness = (text: string) => void;

type Query = (...args: unknown[]) => unknown;
type Sent = string | { readonly text?: string; readonly cursor?: { readonly text: string } };

/**
 * Prepares the connections of a pool: each statement is shown to `seen`, statements marked by `prepared` get their name,
 * and a connection whose answer did not come in time is destroyed before the caller hears of it. Without the last the pool would keep
 * the dead socket and hand it out again, each time for another timeout.
 */
export function guardConnections(pool: pg.Pool, seen: Witness): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as Query;
    const guarded: Query = (first, ...rest) => {
      seen(textOf(first as Sent));
      const answer = send(asNamed(first, rest[0]), ...rest);
      return answer instanceof Promise ? answer.catch((error: unknown) => endIfSilent(client, error)) : answer;
    };
    client.query = guarded as typeof client.query;
  });
}

function textOf(sent: Sent): string {
  return typeof sent === 'string' ? sent : (sent.text ?? sent.cursor?.text ?? '');
}

async function endIfSilent(client: pg.PoolClient, error: unknown): Promise<never> {
  if (error instanceof Error && error.message === 'Query read timeout') {
    const ended = new Promise((resolve) => client.once('end', resolve));
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await ended;
  }
  throw error;
}

const names = new WeakMap<object, string>();

/**
 * Marks `values` so that the statement they are sent with becomes the named prepared statement `name`.
 * MikroORM's transactions pass only text and values to the driver; this is how a name gets through.
 */
export function prepared(name: string, values: readonly unknown[]): readonly unknown[] {
  const marked = [...values];
  names.set(marked, name);
  return marked;
}

function asNamed(sent: unknown, values: unknown): unknown {
  const name = Array.isArray(values) ? names.get(values) : undefined;
  return name === undefined ? sent : { name, text: sent, types: ROW_TYPES };
}
