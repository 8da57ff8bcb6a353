import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { COMMON } from '../texts/common.ts';
import { Light, type LightColour } from './light.tsx';
import { StateTag } from './state-tag.tsx';
import { Nothing } from './standing.tsx';
import './parts.css';

export interface CaseLine {
  readonly id: string;
  readonly title: ReactNode;
  /** Address below `/console`; a line without one is not a link. */
  readonly to?: string | null;
  readonly state?: string | null;
  readonly light?: LightColour | null;
  /** What else is said of it, in short. */
  readonly about?: readonly ReactNode[];
}

interface CaseListProps {
  readonly lines: readonly CaseLine[];
  readonly empty?: string;
  readonly hasMore?: boolean;
  readonly loading?: boolean;
  readonly onMore?: () => void;
}

/** Cases one below the other, each a link to its page. */
export function CaseList({ lines, empty = COMMON.empty, hasMore = false, loading = false, onMore }: CaseListProps) {
  if (lines.length === 0) return <Nothing text={empty} />;
  return (
    <>
      <ul className="case-list">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block onClick={onMore} loading={loading}>
          {COMMON.loadMore}
        </Button>
      )}
    </>
  );
}

function Line({ line: { title, to, state, light, about = [] } }: { readonly line: CaseLine }) {
  const content = (
    <>
      <span className="case-title">{title}</span>
      <span className="case-marks">
        {state && <StateTag label={state} />}
        <Light light={light} />
      </span>
      <span className="case-about">{about.map((part, index) => part && <span key={index}>{part}</span>)}</span>
    </>
  );
  return to ? (
    <Link className="case-row" to={to}>
      {content}
    </Link>
  ) : (
    <div className="case-row">{content}</div>
  );
}

/** A list within a page: where there is nothing, a line says so and takes no more room. */
export function ShortList({ lines, empty }: { readonly lines: readonly CaseLine[]; readonly empty: string }) {
  return lines.length === 0 ? <p className="soft">{empty}</p> : <CaseList lines={lines} />;
}
