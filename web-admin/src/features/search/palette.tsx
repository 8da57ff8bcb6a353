import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { sentenceOf } from '../../shell/apollo.ts';
import { addressOf, type Hit, isLongEnough, resultsOf, useHits } from './hits.ts';
import { HitOptions } from './hit-options.tsx';
import { SEARCH } from './search.texts.ts';

/** So many of each kind are shown at once; the page of results shows more. */
const FEW = 5;

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The search above the page: words, the first hits of each kind below them, arrows to choose. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const navigate = useNavigate();
  const { groups, settled, error } = useHits(text, { first: FEW });
  const hits = groups.flatMap((group) => group.hits);
  // The line after the last hit leads to all of them.
  const lines = isLongEnough(text) ? hits.length + 1 : 0;
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [text, hits.length]);
  const go = (hit: Hit | undefined) => {
    onClose();
    void navigate(hit ? addressOf(hit) : resultsOf(text));
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || lines === 0) return;
    const move = MOVES[event.key];
    if (move) setAt((was) => (was + move + lines) % lines);
    else if (event.key === 'Enter') go(hits[at]);
    else return;
    event.preventDefault();
  };
  const chosen = lines > 0 ? `${id}-${String(at)}` : undefined;
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="unseen">{SEARCH.title}</span>}
      width={640}
      className="search-palette"
      style={{ top: 72 }}
      destroyOnHidden
    >
      <Box {...{ id, text, chosen }} onText={setText} onPress={press} />
      <HitOptions {...{ id, groups, text, at, lines }} onChoose={go} onPoint={setAt} />
      <Note {...{ text, count: hits.length, settled, error }} />
    </Modal>
  );
}

interface BoxProps {
  readonly id: string;
  readonly text: string;
  /** The id of the line that Enter would take. */
  readonly chosen: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

function Box({ id, text, chosen, onText, onPress }: BoxProps) {
  return (
    <Input
      autoFocus
      size="large"
      prefix={<SearchOutlined aria-hidden />}
      role="combobox"
      aria-label={SEARCH.box}
      aria-expanded={chosen !== undefined}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={chosen}
      placeholder={SEARCH.placeholder}
      maxLength={60}
      value={text}
      onChange={({ target }) => onText(target.value)}
      onKeyDown={onPress}
    />
  );
}

interface NoteProps {
  readonly text: string;
  readonly count: number;
  readonly settled: boolean;
  readonly error: unknown;
}

function noteOf({ text, count, settled, error }: NoteProps): string {
  if (error) return sentenceOf(error);
  if (!isLongEnough(text)) return SEARCH.atLeast;
  if (!settled) return SEARCH.searching;
  return count === 0 ? SEARCH.nothing(text.trim()) : SEARCH.found(count);
}

/** Says how the search stands, to eyes and to screen readers. */
function Note(props: NoteProps) {
  return (
    <div className="search-note">
      <span role="status">{noteOf(props)}</span>
      {props.count > 0 && <span className="wide">{SEARCH.keys}</span>}
    </div>
  );
}
