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

/** Sees the text of every statement, whichever way it is sent; `first` begins a round trip. */
export type Witness = (text: string, first: boolean) => void;

type Query = (...args: unknown[]) => unknown;
type Text = { readonly text?: string };
type Sent = string | (Text & { readonly cursor?: Text; readonly statements?: readonly Text[] });

/**
 * Prepares the connections of a pool: each statement is shown to `seen`, and a connection whose answer did not come in time is
 * destroyed before the caller hears of it. Without that the pool would keep the dead socket and hand it out again, each time for
 * another timeout.
 */
export function guardConnections(pool: pg.Pool, seen: Witness): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as Query;
    const guarded: Query = (first, ...rest) => {
      textsOf(first as Sent).forEach((text, index) => seen(text, index === 0));
      const answer = send(first, ...rest);
      return answer instanceof Promise ? answer.catch((error: unknown) => endIfSilent(client, error)) : answer;
    };
    client.query = guarded as typeof client.query;
  });
}

function textsOf(sent: Sent): readonly string[] {
  if (typeof sent === 'string') return [sent];
  return (sent.statements ?? [sent.cursor ?? sent]).map(({ text }) => text ?? '');
}

/** Ends the connection if it did not answer in time, and throws the error. */
export async function endIfSilent(client: pg.PoolClient, error: unknown): Promise<never> {
  if (error instanceof Error && error.message === 'Query read timeout') {
    const ended = new Promise((resolve) => client.once('end', resolve));
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await ended;
  }
  throw error;
}

/** Is a connection of no more use after this error? The server has hung up (although the socket may not know yet), or did not answer. */
export function isBroken(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';
}
