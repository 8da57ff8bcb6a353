import { HomePage } from './home-page.tsx';
import { ElderSwitch } from './look.tsx';
import { OrderPage } from './order/order-page.tsx';
import { Offline } from './parts.tsx';
import { PlacePage } from './place/place-page.tsx';
import { RESIDENT } from './resident.texts.ts';
import { SessionKeeper } from './session.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { Heading, usePath, Way } from './way.tsx';

/** The residents' pages: what stands around each of them, and which it is. */
export function App() {
  return (
    <>
      <header>
        <Way to="/" className="brand">
          {RESIDENT.product}
        </Way>
        <ElderSwitch />
      </header>
      <Offline />
      <SessionKeeper>
        <Page />
      </SessionKeeper>
    </>
  );
}

function Page() {
  const path = usePath();
  const order = /^\/orders\/([\w-]+)$/.exec(path)?.[1];
  if (order) return <OrderPage key={order} id={order} />;
  if (path === '/new') return <PlacePage />;
  if (path === '/sign-in') return <SignInPage />;
  if (path === '/') return <HomePage />;
  return (
    <main>
      <Heading>{RESIDENT.notFound}</Heading>
      <p>{RESIDENT.notFoundAbout}</p>
      <Way to="/" className="button">
        {RESIDENT.back}
      </Way>
    </main>
  );
}
