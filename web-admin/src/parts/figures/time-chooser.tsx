import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { BOARD, SPANS } from '../../texts/figures.ts';
import type { Span, SpanName } from './span.ts';

const OPTIONS = Object.entries(SPANS).map(([value, label]) => ({ value: value as SpanName, label }));

interface TimeChooserProps {
  readonly name: SpanName;
  readonly span: Span;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
}

/** Which time is counted: a span with a name, or any two days. */
export function TimeChooser({ name, span, change }: TimeChooserProps) {
  const choose = (next: SpanName) =>
    change(next === 'custom' ? { time: null, from: span.from, to: span.to } : { time: next, from: null, to: null });
  const pick = (end: 'from' | 'to', day: string) => {
    const next = { ...span, [end]: day };
    change(next.from <= next.to ? { from: next.from, to: next.to } : { from: day, to: day });
  };
  return (
    <>
      <Select aria-label={BOARD.span} value={name} options={OPTIONS} onChange={choose} style={{ minWidth: 116 }} />
      {name === 'custom' ? (
        <>
          <Day label={BOARD.from} day={span.from} onPick={(day) => pick('from', day)} />
          <Day label={BOARD.to} day={span.to} onPick={(day) => pick('to', day)} />
        </>
      ) : (
        <span className="soft span-days">{BOARD.spanOf(span.from, span.to)}</span>
      )}
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly day: string;
  readonly onPick: (day: string) => void;
}

function Day({ label, day, onPick }: DayProps) {
  return (
    <DatePicker
      aria-label={label}
      allowClear={false}
      value={dayjs(day)}
      onChange={(value) => value && onPick(value.format('YYYY-MM-DD'))}
    />
  );
}
