import { useState } from 'react';
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { type Column, type ColumnKey, COLUMNS, USUAL } from './columns.tsx';
import { HEADS, LEDGER } from './ledger.texts.ts';

const KEY = 'gongzhi.ledger.columns';

function kept(): readonly ColumnKey[] {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown;
    return Array.isArray(read) ? read.filter((key): key is ColumnKey => key in HEADS) : USUAL;
  } catch {
    return USUAL;
  }
}

/** The columns that are shown, kept in this browser. The number always is: it opens the order. */
export function useColumns() {
  const [keys, setKeys] = useState(kept);
  const choose = (next: readonly ColumnKey[]) => {
    setKeys(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  const columns: readonly Column[] = COLUMNS.filter(({ key }) => key === 'number' || keys.includes(key));
  return { keys, columns, choose };
}

interface ChoiceProps {
  readonly keys: readonly ColumnKey[];
  readonly onChoose: (keys: readonly ColumnKey[]) => void;
}

export function ColumnChoice({ keys, onChoose }: ChoiceProps) {
  const options = COLUMNS.filter(({ key }) => key !== 'number').map(({ key }) => ({ value: key, label: HEADS[key] }));
  const content = (
    <div className="ledger-columns">
      <Checkbox.Group<ColumnKey> options={options} value={[...keys]} onChange={onChoose} />
      <Button size="small" onClick={() => onChoose(USUAL)}>
        {LEDGER.usualColumns}
      </Button>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title={LEDGER.columns}>
      <Button icon={<SettingOutlined />}>{LEDGER.columns}</Button>
    </Popover>
  );
}
