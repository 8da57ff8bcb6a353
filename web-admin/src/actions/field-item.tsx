import { Form } from 'antd';
import type { FormField } from './form.ts';
import { isNeeded, rulesOf } from './rules.ts';
import { widgetOf } from './widgets/find.ts';
import { Several } from './widgets/several.tsx';
import type { ControlProps, Scope, Widget } from './widgets/widget.ts';

/** A box to tick carries its label itself. */
const isBox = ({ wire, required }: FormField) => wire === 'Boolean' && required;
const isWide = ({ wide }: Widget, field: FormField) => wide?.(field) ?? false;

/** One field with its label, its help and what is wrong with it. */
export function FieldItem({ field, scope }: { readonly field: FormField; readonly scope: Scope }) {
  const { name, label, help, list } = field;
  const widget = widgetOf(field);
  const repeated = list && !widget.several;
  return (
    <Form.Item
      name={name}
      label={isBox(field) ? undefined : label}
      extra={help === '' ? undefined : help}
      required={isNeeded(field)}
      rules={rulesOf(field)}
      validateFirst
      validateTrigger={['onBlur', 'onSubmit']}
      className={repeated || isWide(widget, field) ? 'action-wide' : undefined}
    >
      <Control field={field} scope={scope} repeated={repeated} />
    </Form.Item>
  );
}

function Control({ repeated, ...props }: ControlProps & { readonly repeated: boolean }) {
  const { Control: Drawn } = widgetOf(props.field);
  return repeated ? <Several {...(props as ControlProps<readonly unknown[]>)} Control={Drawn} /> : <Drawn {...props} />;
}
