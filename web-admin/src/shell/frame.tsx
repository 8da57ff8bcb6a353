import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Loading } from '../parts/standing.tsx';
import { ActionHost } from '../actions/action-host.tsx';
import { COMMON } from '../texts/common.ts';
import { AccountMenu } from './account-menu.tsx';
import { features } from './features.ts';
import icon from './icon.svg';
import { useLiveState } from './live.ts';
import { Menu } from './menu.tsx';
import { SHELL } from './shell.texts.ts';
import { ShortcutsHost } from './shortcuts-host.tsx';
import './frame.css';

const headers = features.flatMap(({ header }) => header ?? []);

/** On another page one begins at its top. */
function useArrival(main: RefObject<HTMLElement | null>, onArrival: () => void): void {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    onArrival();
    // Who came by keyboard goes on in the new page; who just arrived reads from the top.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [pathname]);
}

/** The frame around every page: head, menu, and the page itself. */
export function Frame() {
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useArrival(main, () => setOpen(false));
  return (
    <div
      className="frame"
      data-menu={open ? 'open' : 'shut'}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <a className="skip" href="#main">
        {SHELL.skip}
      </a>
      <header className="frame-head">
        <Button
          type="text"
          className="head-button menu-toggle"
          icon={<MenuOutlined />}
          aria-label={SHELL.menu}
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        />
        <Link className="brand" to="/" aria-label={COMMON.product}>
          <img src={icon} alt="" /> <span className="wide">{COMMON.product}</span>
        </Link>
        <div className="grow" />
        {headers.map((Header, index) => (
          <Header key={index} />
        ))}
        <AccountMenu />
      </header>
      <Above />
      <Menu onChosen={() => setOpen(false)} />
      <main className="frame-main" id="main" ref={main} tabIndex={-1} style={{ outline: 'none' }}>
        <Banner />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/** What is opened above the page from anywhere. */
const Above = () => (
  <>
    <ActionHost />
    <ShortcutsHost />
  </>
);

/** Says that no news arrive, for as long as none do. */
function Banner() {
  const lost = useLiveState() === 'lost';
  return (
    <div role="status" aria-live="polite">
      {lost && <p className="banner">{COMMON.lost}</p>}
    </div>
  );
}
