import { askByHash, Unreachable } from '../shell/wire.ts';
import { hashOf } from '../shell/document.ts';
import { sessionState } from '../shell/session-state.ts';
import { COMMON } from '../texts/common.ts';

/** A document of a `.graphql` file, of which only the hash is left. */
export interface Document<T, V> {
  __apiType?: ((variables: V) => T) | undefined;
}

/** A foreseen no of the server, for the field that `path` names. */
export interface No {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** Why nothing came; the message is for people. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/** Asks the house. Throws `NotAnswered` with a sentence for people. */
export async function ask<T, V>(document: Document<T, V>, variables: V, signal?: AbortSignal): Promise<T> {
  const answer = await askByHash<T>({ hash: hashOf(document), variables, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      throw error instanceof Unreachable ? new NotAnswered(COMMON.unreachable) : error;
    },
  );
  if (answer.data && !answer.errors) return answer.data;
  if (answer.errors?.some(({ extensions }) => extensions?.code === 'NOT_SIGNED_IN')) sessionState.end();
  throw new NotAnswered(answer.errors?.map(({ message }) => message).join(' ') || COMMON.unreachable);
}

/** What stands in the way of a mutation: its refusals, or that nobody answered. */
export async function noesOf<T extends object>(asked: Promise<T>): Promise<{ done: T | null; noes: readonly No[] }> {
  try {
    const done = await asked;
    const [payload] = Object.values(done) as { readonly userErrors?: readonly No[] }[];
    const noes = payload?.userErrors ?? [];
    return noes.length > 0 ? { done: null, noes } : { done, noes };
  } catch (error) {
    return { done: null, noes: [{ code: 'FAULT', message: (error as Error).message, path: [] }] };
  }
}

/** The sentence for a field among refusals. */
export const noAt = (noes: readonly No[], field: string): string | undefined =>
  noes.find(({ path }) => path.at(-1) === field)?.message;
