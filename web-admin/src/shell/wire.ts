import type { Hashed } from './document.ts';
import { hashOf } from './document.ts';

/** What the server answered, as GraphQL has it. */
export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The network is gone, or the server does not answer in GraphQL. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Asked {
  readonly hash: string;
  readonly variables?: unknown;
  readonly signal?: AbortSignal;
}

/** Sends a known document by its hash. Throws `Unreachable`; what the server refuses is in `errors`. */
export const askByHash = <T>({ hash, variables, signal }: Asked): Promise<Answer<T>> =>
  post<T>({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, signal);

/** Sends a text. Houses in production answer to known documents only. */
export const askByText = <T>(body: { readonly query: string; readonly variables: unknown }): Promise<Answer<T>> =>
  post<T>(body);

async function post<T>(body: object, signal?: AbortSignal): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json' };
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ?? null,
    });
    return (await answer.json()) as Answer<T>;
  } catch (error) {
    throw new Unreachable('The server does not answer', { cause: error });
  }
}

/** The same for a typed document, around the cache. */
export const ask = <T, V>(document: Hashed<T, V>, variables: V): Promise<Answer<T>> =>
  askByHash<T>({ hash: hashOf(document), variables });
