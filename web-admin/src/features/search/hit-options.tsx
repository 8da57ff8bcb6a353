import { useEffect, useRef } from 'react';
import { StateTag } from '../../parts/state-tag.tsx';
import type { Hit, HitGroup } from './hits.ts';
import { SEARCH } from './search.texts.ts';

interface Props {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  readonly text: string;
  /** The line that is chosen now. */
  readonly at: number;
  readonly lines: number;
  readonly onChoose: (hit: Hit | undefined) => void;
  readonly onPoint: (at: number) => void;
}

/** The hits as the list of a combobox: groups with names, one line chosen. */
export function HitOptions({ id, groups, text, at, lines, onChoose, onPoint }: Props) {
  const chosen = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a way to clean up.
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (lines === 0) return <div id={`${id}-list`} role="listbox" aria-label={SEARCH.hits} />;
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { hits }) => sum + hits.length, 0));
  const line = (index: number, hit: Hit | undefined) => ({
    id: `${id}-${String(index)}`,
    role: 'option',
    'aria-selected': index === at,
    className: 'search-line',
    ref: index === at ? (chosen as never) : undefined,
    onClick: () => onChoose(hit),
    onMouseMove: () => onPoint(index),
  });
  return (
    <div id={`${id}-list`} role="listbox" aria-label={SEARCH.hits} className="search-list">
      {groups.map((group, index) => (
        <div key={group.noun} role="group" aria-labelledby={`${id}-${group.noun}`}>
          <div className="search-group" id={`${id}-${group.noun}`}>
            {group.label}
          </div>
          {group.hits.map((hit, place) => (
            <div key={hit.id} {...line(starts[index]! + place, hit)}>
              <HitWords hit={hit} />
            </div>
          ))}
        </div>
      ))}
      <div {...line(lines - 1, undefined)}>{SEARCH.allHits(text.trim())}</div>
    </div>
  );
}

function HitWords({ hit: { title, about, stateLabel } }: { readonly hit: Hit }) {
  return (
    <>
      <span className="search-title">{title}</span>
      {stateLabel && <StateTag label={stateLabel} />}
      <span className="search-about soft">{about}</span>
    </>
  );
}
