import { useState } from 'react';
import { Alert, Button, Input, Space } from 'antd';
import { Sheet } from '../../../shell/page.tsx';
import { MEETINGS } from '../meetings.texts.ts';
import { headingOf } from './heading.ts';
import type { Conflict } from './merge.ts';

type Texts = Readonly<Record<string, string>>;

interface MergeFormProps {
  readonly conflict: Conflict;
  readonly busy: boolean;
  readonly onMerge: (texts: Texts) => void;
  readonly onLater: () => void;
}

/** Two texts side by side, and between them what becomes of both. Nothing is lost, whatever is chosen. */
export function MergeForm({ conflict, busy, onMerge, onLater }: MergeFormProps) {
  const { n, head, by, sections, proposal } = conflict;
  const [texts, setTexts] = useState<Texts>(() => Object.fromEntries(proposal.map(({ key, text }) => [key, text])));
  const write = (key: string, text: string) => setTexts((was) => ({ ...was, [key]: text }));
  const decided = Object.fromEntries(sections.map(({ key, mine }) => [key, texts[key] ?? mine]));
  return (
    <Sheet title={MEETINGS.conflictTitle}>
      <Alert type="warning" showIcon title={MEETINGS.conflictAbout(by ?? MEETINGS.system, n, head)} />
      {sections.map((section) => (
        <Difference key={section.key} section={section} text={decided[section.key] ?? ''} onWrite={write} />
      ))}
      <Space>
        <Button type="primary" loading={busy} onClick={() => onMerge(decided)}>
          {MEETINGS.merge}
        </Button>
        <Button onClick={onLater}>{MEETINGS.later}</Button>
      </Space>
    </Sheet>
  );
}

interface DifferenceProps {
  readonly section: Conflict['sections'][number];
  readonly text: string;
  readonly onWrite: (key: string, text: string) => void;
}

function Difference({ section, text, onWrite }: DifferenceProps) {
  const { key, theirs, mine, torn } = section;
  const id = `merge-${key}`;
  return (
    <section className="minutes-section">
      <h3>{headingOf(section)}</h3>
      {torn && <p>{MEETINGS.torn}</p>}
      <div className="conflict">
        <div>
          <strong>{MEETINGS.theirs}</strong>
          <p className="minutes-text">{theirs}</p>
          <Button size="small" onClick={() => onWrite(key, theirs)}>
            {MEETINGS.useTheirs}
          </Button>
        </div>
        <div>
          <strong>{MEETINGS.mine}</strong>
          <p className="minutes-text">{mine}</p>
          <Button size="small" onClick={() => onWrite(key, mine)}>
            {MEETINGS.useMine}
          </Button>
        </div>
      </div>
      <label htmlFor={id}>{MEETINGS.merged}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        value={text}
        onChange={({ target }) => onWrite(key, target.value)}
      />
    </section>
  );
}
