import { createRoot } from 'react-dom/client';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from 'react-router';
import { apollo } from './shell/apollo.ts';
import { router } from './shell/router.tsx';
import { SignedIn } from './shell/session.tsx';
import { Themed } from './shell/theme.tsx';

createRoot(document.getElementById('root')!).render(
  <Themed>
    <ApolloProvider client={apollo}>
      <SignedIn>
        <RouterProvider router={router} />
      </SignedIn>
    </ApolloProvider>
  </Themed>,
);
