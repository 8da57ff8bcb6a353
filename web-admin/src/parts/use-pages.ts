import { useCallback, useMemo, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** A list as the server pages it. */
export interface Connection<N> {
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount?: number | null;
}

type Paged = { readonly after?: string | null };

interface PagesOptions<T, V, N> {
  readonly variables: V;
  readonly pick: (data: T) => Connection<N>;
  readonly skip?: boolean;
}

interface Further<N> {
  /** The first page to which these belong: a new one begins the list anew. */
  readonly of: unknown;
  readonly pages: readonly Connection<N>[];
}

const NO_PAGE: Connection<never>['pageInfo'] = { hasNextPage: false };

/** What `usePages` gives. */
export interface Pages<N> {
  readonly nodes: readonly N[];
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly error?: unknown;
}

const together = <N>(first: Connection<N> | null, { of, pages }: Further<N>): readonly Connection<N>[] =>
  first ? [first, ...(of === first ? pages : [])] : [];

/** A list read page by page. When the first page changes, because of news or another filter, the list begins anew. */
export function usePages<T, V extends Paged, N>(
  document: TypedDocumentNode<T, V>,
  { variables, pick, skip = false }: PagesOptions<T, V, N>,
) {
  const client = useApolloClient();
  const query = useQuery(document as TypedDocumentNode<T, Paged>, { variables, skip });
  const [further, setFurther] = useState<Further<N>>({ of: null, pages: [] });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const data = query.data ?? query.previousData;
  // The same first page is the same thing from one drawing to the next, whatever `pick` makes of it.
  const first = useMemo(() => (data ? pick(data) : null), [data, pick]);
  const pages = together(first, further);
  const { hasNextPage, endCursor: after } = pages.at(-1)?.pageInfo ?? NO_PAGE;
  const more = useCallback(async () => {
    setBusy(true);
    setFailed(false);
    try {
      const { data: next } = await client.query({
        query: document,
        variables: { ...variables, after: after ?? null },
        fetchPolicy: 'network-only',
      });
      if (next) setFurther((was) => ({ of: first, pages: [...(was.of === first ? was.pages : []), pick(next)] }));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }, [client, document, variables, after, first, pick]);
  return {
    nodes: pages.flatMap((page) => page.nodes),
    totalCount: first?.totalCount ?? undefined,
    hasMore: hasNextPage,
    more: () => void more(),
    busy: busy || query.loading,
    /** The last attempt to read more came to nothing. */
    failed,
    data,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}
