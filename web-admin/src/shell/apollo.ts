import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { askByHash } from './wire.ts';
import { hashOf } from './document.ts';
import { sessionState } from './session-state.ts';

/** Sends documents by their hashes, and notes when a session has ended. */
const link = new ApolloLink(
  ({ query, variables }) =>
    new Observable((observer) => {
      const stop = new AbortController();
      askByHash<Record<string, unknown>>({ hash: hashOf(query), variables, signal: stop.signal })
        .then((answer) => {
          if (answer.errors?.some(({ extensions }) => extensions?.code === 'NOT_SIGNED_IN')) sessionState.end();
          observer.next({ data: answer.data ?? null, ...(answer.errors && { errors: [...answer.errors] }) });
          observer.complete();
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) observer.error(error);
        });
      return () => stop.abort();
    }),
);

export const apollo = new ApolloClient({
  link,
  cache: new InMemoryCache({
    typePolicies: { Division: { keyFields: ['code'] }, ServiceCategory: { keyFields: ['code'] } },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});

/** What went wrong, for people: the server's own sentence, or one about the network. */
export function sentenceOf(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) return error.errors.map(({ message }) => message).join(' ');
  return '连接不上服务器，请检查网络；恢复后会自动重新读取。';
}
