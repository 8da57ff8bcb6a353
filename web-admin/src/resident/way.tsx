import { type MouseEvent, type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { RESIDENT } from './resident.texts.ts';

const BASE = '/r';

const listen = (listener: () => void) => {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
};

/** Goes to a page below `/r` without loading anything anew. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', BASE + path);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** Where this page is: the path below `/r`. */
export const usePath = (): string =>
  useSyncExternalStore(listen, () => decodeURI(location.pathname.slice(BASE.length)) || '/');

interface WayProps {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to another of these pages. */
export function Way({ to, className, children }: WayProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={BASE + to} className={className} onClick={follow}>
      {children}
    </a>
  );
}

/** The heading of a page, which is read first by whoever comes to it. */
export function Heading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · ${RESIDENT.product}`;
    heading.current?.focus({ preventScroll: true });
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
