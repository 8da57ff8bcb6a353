import { Form } from 'antd';
import type { FormField } from './form.ts';
import { isNeeded, rulesOf } from './rules.ts';
import { widgetOf } from './widgets/find.ts';
import { Several } from './widgets/several.tsx';
import type { ControlProps, Scope } from './widgets/widget.ts';

/** One field with its label, its help and what is wrong with it. */
export function FieldItem({ field, scope }: { readonly field: FormField; readonly scope: Scope }) {
  const { name, label, help, wire, required, list } = field;
  const { wide, several = false } = widgetOf(field);
  const isBox = wire === 'Boolean' && required;
  return (
    <Form.Item
      name={name}
      label={isBox ? undefined : label}
      extra={help === '' ? undefined : help}
      required={isNeeded(field)}
      rules={rulesOf(field)}
      validateFirst
      validateTrigger={['onBlur', 'onSubmit']}
      className={wide?.(field) || (list && !several) ? 'action-wide' : undefined}
    >
      <Control field={field} scope={scope} repeated={list && !several} />
    </Form.Item>
  );
}

function Control({ repeated, ...props }: ControlProps & { readonly repeated: boolean }) {
  const { Control: Drawn } = widgetOf(props.field);
  return repeated ? <Several {...(props as ControlProps<readonly unknown[]>)} Control={Drawn} /> : <Drawn {...props} />;
}
