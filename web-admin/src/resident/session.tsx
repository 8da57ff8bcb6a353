import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { sessionState, useSessionOver } from '../shell/session-state.ts';
import { type ResidentSelfQuery, ResidentSelfDocument } from './gql/graphql.ts';
import { Waiting } from './parts.tsx';
import { useAsked } from './use-asked.ts';

type Self = NonNullable<ResidentSelfQuery['viewer']>;

interface Session {
  /** The resident who is signed in; null when nobody is, or somebody who acts as something else. */
  readonly self: Self | null;
  readonly again: () => void;
}

const SessionContext = createContext<Session>({ self: null, again: () => undefined });
export const useSession = (): Session => useContext(SessionContext);

/** Knows who is signed in, on every page. */
export function SessionKeeper({ children }: { readonly children: ReactNode }) {
  const { data, fault, again } = useAsked(ResidentSelfDocument, {});
  const over = useSessionOver();
  useEffect(() => {
    if (!over) return;
    sessionState.renew();
    again();
  }, [over, again]);
  if (!data) return <Waiting fault={fault} again={again} />;
  const viewer = data.viewer ?? null;
  const self = viewer?.post?.role === 'RESIDENT' ? viewer : null;
  return <SessionContext value={{ self, again }}>{children}</SessionContext>;
}
