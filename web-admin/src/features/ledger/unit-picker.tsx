import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { LedgerUnitDocument, LedgerUnitsDocument } from './gql/graphql.ts';
import { LEDGER } from './ledger.texts.ts';

interface UnitPickerProps {
  readonly value: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

const PAUSE_MS = 250;

/** What was typed, once the typing pauses. */
function useSettled() {
  const [text, setText] = useState('');
  const [settled, settle] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => settle(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return [settled, setText] as const;
}

function useChosen(id: string | undefined) {
  const { data } = useQuery(LedgerUnitDocument, { variables: { id: id ?? '' }, skip: !id });
  return id && data?.unit ? [data.unit] : [];
}

/** Finds a unit by a part of its name or its initials. */
export function UnitPicker({ value, onChoose }: UnitPickerProps) {
  const [search, setText] = useSettled();
  const [isOpen, setOpen] = useState(false);
  const { data, previousData, loading } = useQuery(LedgerUnitsDocument, {
    variables: { search: search === '' ? null : search },
    skip: !isOpen,
  });
  const chosen = useChosen(value);
  const found = (data ?? previousData)?.units.nodes ?? [];
  const known = [...chosen.filter(({ id }) => found.every((one) => one.id !== id)), ...found];
  return (
    <Select<string>
      aria-label={LEDGER.unit}
      placeholder={LEDGER.unit}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={LEDGER.typeName}
      loading={loading}
      style={{ width: 200 }}
      value={value ?? null}
      options={known.map(({ id, name }) => ({ value: id, label: name }))}
      onOpenChange={setOpen}
      onChange={(next: string | undefined) => onChoose(next)}
    />
  );
}
