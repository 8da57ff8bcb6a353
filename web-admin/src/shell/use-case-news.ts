import { useEffect, useRef } from 'react';
import { apollo } from './apollo.ts';
import { ShellInboxDocument } from './gql/graphql.ts';
import { useLive } from './live.ts';

const PAUSE_MS = 800;

/** Reads what is shown anew when the viewer hears something of a case of these nouns. */
export function useCaseNews(...nouns: readonly string[]): void {
  const timer = useRef<number | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useLive(ShellInboxDocument, {
    onNotice: ({ inboxNotices: { noun } }) => {
      if (!noun || !nouns.includes(noun)) return;
      timer.current ??= window.setTimeout(() => {
        timer.current = null;
        void apollo.refetchQueries({ include: 'active' });
      }, PAUSE_MS);
    },
  });
}
