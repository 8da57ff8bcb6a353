import type { ChangeEvent, ReactNode } from 'react';
import { Input } from 'antd';
import { ACTIONS } from '../actions.texts.ts';
import { lengthOf } from '../form.ts';
import type { ControlProps, Widget } from './widget.ts';

type TextProps = ControlProps<string>;
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

const typing = ({ field: _field, scope: _scope, onChange, ...rest }: TextProps) => ({
  ...rest,
  onChange: (event: Typed) => onChange?.(event.target.value),
});

const KEYBOARDS: Readonly<Record<string, object>> = {
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'off' },
  code: { inputMode: 'numeric', autoComplete: 'one-time-code', placeholder: ACTIONS.codeExample },
  name: { autoComplete: 'off' },
};

function Line(props: TextProps) {
  const { widget, max } = props.field;
  const suffix = max && max <= 200 && lengthOf(props.value ?? '') > max * 0.7 ? <Count {...props} /> : <span />;
  return <Input autoComplete="off" {...KEYBOARDS[widget]} suffix={suffix} {...typing(props)} />;
}

function Paragraph(props: TextProps) {
  return (
    <>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} {...typing(props)} />
      <div className="action-count">
        <Count {...props} />
      </div>
    </>
  );
}

/** How much is written, and how much is still wanting. */
function Count({ field: { min, max }, value = '' }: TextProps): ReactNode {
  const length = lengthOf(value);
  const wanting = min && min > 1 && length < min ? min - length : 0;
  if (wanting > 0 && length > 0) return <span>{ACTIONS.stillNeeded(wanting)}</span>;
  return max ? <span className="soft">{ACTIONS.counted(length, max)}</span> : null;
}

const Secret = (props: TextProps) => <Input.Password autoComplete="new-password" {...typing(props)} />;

export const line: Widget = { of: ['line', 'name', 'phone', 'code'], Control: Line };
export const paragraph: Widget = { of: ['paragraph', 'reason'], Control: Paragraph, wide: () => true };
export const password: Widget = { of: ['password'], Control: Secret };
