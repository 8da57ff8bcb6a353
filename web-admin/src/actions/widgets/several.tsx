import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ACTIONS } from '../actions.texts.ts';
import type { ControlProps, Widget } from './widget.ts';

type SeveralProps = ControlProps<readonly unknown[]> & { readonly Control: Widget['Control'] };

/** Repeats a control, one below the other: as many items as are wanted. */
export function Several({ Control, field, value, onChange, id, ...rest }: SeveralProps) {
  const items = value && value.length > 0 ? value : [undefined];
  const { label, maxCount } = field;
  const put = (index: number, item: unknown) => onChange?.(items.map((was, at) => (at === index ? item : was)));
  return (
    <div className="action-several">
      {items.map((item, index) => (
        <div key={index} className="action-item">
          <div>
            <Control
              {...rest}
              id={index === 0 ? id : undefined}
              aria-label={ACTIONS.nth(label, index + 1)}
              field={field}
              value={item}
              onChange={(next: unknown) => put(index, next)}
            />
          </div>
          {items.length > 1 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={ACTIONS.remove(label, index + 1)}
              onClick={() => onChange?.(items.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {items.length < (maxCount ?? Infinity) && (
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange?.([...items, undefined])}>
          {ACTIONS.add(label)}
        </Button>
      )}
    </div>
  );
}
