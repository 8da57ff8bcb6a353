import { useEffect } from 'react';
import { hasDraft } from './place/draft.ts';
import { RESIDENT } from './resident.texts.ts';
import { useSession } from './session.tsx';
import { SignIn } from './sign-in.tsx';
import { go, Heading } from './way.tsx';

/** Whoever has signed in goes on where they were. */
export function SignInPage() {
  const { self } = useSession();
  useEffect(() => {
    if (self) go(hasDraft() ? '/new' : '/', 'replace');
  }, [self]);
  return (
    <main>
      <Heading>{RESIDENT.signIn}</Heading>
      <p>{RESIDENT.signInAbout}</p>
      <SignIn />
    </main>
  );
}
