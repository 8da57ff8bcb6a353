import { type ReactNode, useCallback } from 'react';
import { useQuery } from '@apollo/client/react';
import { Modal } from 'antd';
import { Fault, Loading } from '../parts/standing.tsx';
import { apollo } from './apollo.ts';
import { ShellViewerDocument } from './gql/graphql.ts';
import { hangUp } from './live.ts';
import { sessionState, useSessionOver } from './session-state.ts';
import { SHELL } from './shell.texts.ts';
import { SignInForm, SignInPage } from './sign-in.tsx';
import { ViewerProvider } from './viewer.tsx';

/** Everything anew for somebody else, or for the same person in another post. */
export async function startAnew(): Promise<void> {
  hangUp();
  sessionState.renew();
  await apollo.resetStore();
}

/** Shows the pages to whoever is signed in, and asks again above them when the session ends meanwhile. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(ShellViewerDocument, { notifyOnNetworkStatusChange: false });
  const over = useSessionOver();
  const signedIn = useCallback(() => {
    hangUp();
    sessionState.renew();
    void apollo.refetchQueries({ include: 'active' });
  }, []);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { viewer } = data;
  if (!viewer) return <SignInPage onDone={signedIn} />;
  return (
    <ViewerProvider value={viewer}>
      {children}
      <Modal open={over} title={SHELL.sessionOver} footer={null} closable={false} keyboard={false} destroyOnHidden>
        <p style={{ marginBottom: 16 }}>{SHELL.sessionOverNote}</p>
        <SignInForm onDone={signedIn} />
      </Modal>
    </ViewerProvider>
  );
}
