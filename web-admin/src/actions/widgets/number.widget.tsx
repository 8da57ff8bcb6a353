import { InputNumber, Radio } from 'antd';
import type { RadioChangeEvent } from 'antd';
import type { ControlProps, Widget } from './widget.ts';

const SCALE = 5;

/** A whole number. A scale of a few steps is shown as such. */
function Whole({ field, scope: _scope, onChange, ...rest }: ControlProps<number | null>) {
  const { min, max, required } = field;
  const steps = max !== null && min !== null && max !== undefined && min !== undefined ? max - min + 1 : Infinity;
  if (required && steps <= SCALE) {
    const options = Array.from({ length: steps }, (_, index) => ({ value: min! + index, label: String(min! + index) }));
    return (
      <Radio.Group
        {...rest}
        options={options}
        optionType="button"
        onChange={(event: RadioChangeEvent) => onChange?.(event.target.value as number)}
      />
    );
  }
  return (
    <InputNumber
      {...rest}
      precision={0}
      inputMode="numeric"
      style={{ width: 160 }}
      onChange={(value) => onChange?.(value)}
    />
  );
}

export const number: Widget = { of: ['number'], Control: Whole };
