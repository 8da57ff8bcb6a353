import { Checkbox, Radio, Select } from 'antd';
import type { CheckboxChangeEvent, RadioChangeEvent } from 'antd';
import { ACTIONS } from '../actions.texts.ts';
import type { FormField } from '../form.ts';
import type { ControlProps, Widget } from './widget.ts';

const FEW = 5;

const isOneOfMany = ({ choices, list }: FormField) => choices.length > (list ? 2 * FEW : FEW);

/** One of a few is seen at once; of many it is picked. */
function Choice({ field, scope: _scope, onChange, ...rest }: ControlProps<string | string[]>) {
  const { choices, list, required } = field;
  const options = choices.map(({ value, label }) => ({ value, label }));
  if (isOneOfMany(field))
    return (
      <Select
        {...rest}
        {...(list ? { mode: 'multiple' as const } : {})}
        options={options}
        onChange={onChange}
        allowClear={!required}
        placeholder={ACTIONS.choose}
        showSearch={{ optionFilterProp: 'label' }}
      />
    );
  if (list)
    return <Checkbox.Group {...rest} value={(rest.value ?? []) as string[]} options={options} onChange={onChange} />;
  const none = required ? [] : [{ value: '', label: ACTIONS.leaveOut }];
  return (
    <Radio.Group
      {...rest}
      value={rest.value ?? (required ? undefined : '')}
      options={[...options, ...none]}
      onChange={(event: RadioChangeEvent) => onChange?.(event.target.value as string)}
    />
  );
}

const YES_NO = [
  { value: true, label: ACTIONS.yes },
  { value: false, label: ACTIONS.no },
];

/** A box to tick; where leaving it out means something else than no, three ways to answer. */
function Flag({ field, scope: _scope, onChange, value, ...rest }: ControlProps<boolean | null>) {
  if (field.required)
    return (
      <Checkbox
        {...rest}
        checked={value === true}
        onChange={(event: CheckboxChangeEvent) => onChange?.(event.target.checked)}
      >
        {field.label}
      </Checkbox>
    );
  return (
    <Radio.Group
      {...rest}
      value={value ?? null}
      options={[...YES_NO, { value: null, label: ACTIONS.leaveOut }]}
      onChange={(event: RadioChangeEvent) => onChange?.(event.target.value as boolean | null)}
    />
  );
}

export const choice: Widget = {
  of: ['choice'],
  Control: Choice,
  several: true,
  wide: (field) => !isOneOfMany(field),
};
export const flag: Widget = { of: ['flag'], Control: Flag };
