import { type ReactNode, useEffect, useState } from 'react';
import { Button, Grid, Input, Select } from 'antd';
import { FILTERS } from '../texts/filters.ts';
import './parts.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is chosen among, by the words under which it is chosen. */
export const choicesOf = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export interface Chooser<N extends string> {
  readonly name: N;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What holds while nothing is chosen; a chooser without one can be emptied. */
  readonly usual?: string;
  readonly width?: number;
}

interface FilterBarProps<N extends string> {
  readonly label: string;
  readonly given: Readonly<Partial<Record<N, string>>>;
  readonly choose: (name: N, value: string | null | undefined) => void;
  readonly clear: () => void;
  readonly choosers: readonly Chooser<N>[];
  /** The name under which words are looked for, and how that is asked. */
  readonly search?: readonly [name: N, label: string];
  /** What else a page narrows by. */
  readonly children?: ReactNode;
}

/** Narrows a list; what is chosen is kept where the page wants it. On a phone it opens above the list. */
export function FilterBar<N extends string>(props: FilterBarProps<N>) {
  const narrow = Grid.useBreakpoint().md === false;
  if (!narrow) return <Bar {...props} />;
  const isNarrowed = Object.keys(props.given).length > 0;
  return (
    <details className="filter-fold">
      <summary>{isNarrowed ? FILTERS.narrowed : FILTERS.narrow}</summary>
      <Bar {...props} />
    </details>
  );
}

function Bar<N extends string>({ label, given, choose, clear, choosers, search, children }: FilterBarProps<N>) {
  return (
    <div className="filter-bar" role="search" aria-label={label}>
      {search && (
        <Search label={search[1]} value={given[search[0]] ?? ''} onSearch={(text) => choose(search[0], text)} />
      )}
      {choosers.map(({ name, label: asked, choices, usual, width = 140 }) => (
        <Select<string>
          key={name}
          aria-label={asked}
          placeholder={asked}
          allowClear={usual === undefined}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width }}
          value={given[name] ?? usual ?? null}
          options={[...choices]}
          onChange={(value: string | undefined) => choose(name, value === usual ? undefined : value)}
        />
      ))}
      {children}
      {Object.keys(given).length > 0 && <Button onClick={clear}>{FILTERS.clear}</Button>}
    </div>
  );
}

const PAUSE_MS = 400;

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Searches when the typing pauses. */
function Search({ label, value, onSearch }: SearchProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = window.setTimeout(() => onSearch(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <Input
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={60}
      style={{ width: 220 }}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
