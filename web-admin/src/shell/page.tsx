import { type ReactNode, useEffect } from 'react';
import { COMMON } from '../texts/common.ts';

interface PageProps {
  readonly title: string;
  /** A line beside the title: number, state, place. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its title for the window and for people, what can be done here, and the content. */
export function PageFrame({ title, about, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${COMMON.product}`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {about !== undefined && <div className="page-about">{about}</div>}
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** A part of a page with a heading of its own. */
export function Sheet({
  title,
  children,
  extra,
}: {
  readonly title?: ReactNode;
  readonly children: ReactNode;
  readonly extra?: ReactNode;
}) {
  return (
    <section className="sheet">
      {title !== undefined && (
        <div className="page-head" style={{ marginBottom: 12 }}>
          <h2 style={{ fontSize: 17 }}>{title}</h2>
          {extra !== undefined && <div className="page-actions">{extra}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
