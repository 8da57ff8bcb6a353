import { useCallback } from 'react';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { InboxMarkAllReadDocument, InboxMarkReadDocument, InboxUnreadCountDocument } from './gql/graphql.ts';

/** How much is unread, and by kind. */
export function useUnread() {
  const { data } = useQuery(InboxUnreadCountDocument);
  const kinds = data?.inboxUnread ?? [];
  return { kinds, unread: kinds.reduce((sum, { count }) => sum + count, 0) };
}

/** Reads again whatever page shows of the inbox. */
export function useInboxAgain(): () => void {
  const client = useApolloClient();
  return useCallback(
    () =>
      void client.refetchQueries({
        include: ['InboxUnreadCount', 'InboxPage', 'HomeInbox'].filter((name) => isShown(client, name)),
      }),
    [client],
  );
}

const isShown = (client: ReturnType<typeof useApolloClient>, name: string) =>
  [...client.getObservableQueries('active')].some(({ queryName }) => queryName === name);

/** Marks one item, or everything up to one, as read. Resolves to whether it was done. */
export function useMark() {
  const [markOne] = useMutation(InboxMarkReadDocument);
  const [markAll] = useMutation(InboxMarkAllReadDocument);
  const again = useInboxAgain();
  const one = useCallback(
    async (id: string): Promise<boolean> => {
      const { data } = await markOne({ variables: { input: { ids: [id] } } });
      again();
      return data?.inboxRead.userErrors.length === 0;
    },
    [markOne, again],
  );
  const all = useCallback(
    async (upToId: string | null): Promise<boolean> => {
      const { data } = await markAll({ variables: { input: { upToId } } });
      again();
      return data?.inboxReadAll.userErrors.length === 0;
    },
    [markAll, again],
  );
  return { one, all };
}
