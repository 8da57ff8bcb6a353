import { useEffect, useRef } from 'react';
import { Alert, Button, Space } from 'antd';
import { ACTIONS } from './actions.texts.ts';
import type { Outcome, UserError } from './send.ts';

/** Why it was not done. */
export type Trouble = Exclude<Outcome, { readonly kind: 'done' }>;

interface ProblemProps {
  readonly trouble: Trouble;
  /** Faults that belong to no field that is shown. */
  readonly others: readonly UserError[];
  /** Reads the page behind the form anew. */
  readonly onLook: () => void;
  /** Sends again what is typed in, with the version that stands now. */
  readonly onGoOn: (version: number) => void;
  readonly onAgain: () => void;
  /** Sends it under another key: as something that was not sent before. */
  readonly onAsNew: () => void;
}

interface Told {
  readonly title: string;
  readonly text: string;
  readonly way?: readonly (readonly [label: string, go: () => void])[];
}

/** Says what stands in the way, and which ways lead on. It gets the focus, so that nobody misses it. */
export function Problem(props: ProblemProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = toldOf(props);
  useEffect(() => box.current?.focus(), [props.trouble]);
  if (!told) return null;
  const { title, text, way = [] } = told;
  const ways = way.map(([label, go]) => (
    <Button key={label} size="small" onClick={go}>
      {label}
    </Button>
  ));
  return (
    <div ref={box} tabIndex={-1} className="action-problem">
      <Alert type="error" showIcon role="alert" title={title} description={<Told text={text} ways={ways} />} />
    </div>
  );
}

function Told({ text, ways }: { readonly text: string; readonly ways: readonly React.ReactNode[] }) {
  return (
    <>
      <p>{text}</p>
      {ways.length > 0 && (
        <Space wrap style={{ marginTop: 8 }}>
          {ways}
        </Space>
      )}
    </>
  );
}

function toldOf({ trouble, others, onLook, onGoOn, onAgain, onAsNew }: ProblemProps): Told | null {
  if (trouble.kind === 'unreachable')
    return { title: ACTIONS.unreachable, text: ACTIONS.unreachableNote, way: [[ACTIONS.again, onAgain]] };
  if (trouble.kind === 'fault')
    return { title: ACTIONS.refused, text: trouble.message, way: [[ACTIONS.again, onAgain]] };
  const [first] = others;
  if (!first) return null;
  return (
    staleOf(first, { onLook, onGoOn }) ??
    keyUsedOf(first, { onLook, onAsNew }) ?? {
      title: ACTIONS.refused,
      text: others.map(({ message }) => message).join(' '),
      ...(first.standing && { way: [[ACTIONS.look, onLook]] }),
    }
  );
}

function staleOf(
  { code, standing }: UserError,
  { onLook, onGoOn }: Pick<ProblemProps, 'onLook' | 'onGoOn'>,
): Told | null {
  if (code !== 'STALE_VERSION' || !standing) return null;
  return {
    title: ACTIONS.stale,
    text: `${ACTIONS.staleNow(standing.stateLabel, standing.holder)}${ACTIONS.staleAsk}`,
    way: [
      [ACTIONS.look, onLook],
      [ACTIONS.goOn, () => onGoOn(standing.version)],
    ],
  };
}

function keyUsedOf({ code }: UserError, { onLook, onAsNew }: Pick<ProblemProps, 'onLook' | 'onAsNew'>): Told | null {
  if (code !== 'IDEMPOTENCY_KEY_REUSED') return null;
  return {
    title: ACTIONS.keyUsed,
    text: ACTIONS.keyUsedNote,
    way: [
      [ACTIONS.look, onLook],
      [ACTIONS.asNew, onAsNew],
    ],
  };
}
