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

/** Finds a unit by a part of its name or its initials. */
export function UnitPicker({ value, onChoose }: UnitPickerProps) {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSearch(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  const [isOpen, setOpen] = useState(false);
  const { data, previousData, loading } = useQuery(LedgerUnitsDocument, {
    variables: { search: search === '' ? null : search },
    skip: !isOpen,
  });
  const { data: chosen } = useQuery(LedgerUnitDocument, { variables: { id: value ?? '' }, skip: !value });
  const found = (data ?? previousData)?.units.nodes ?? [];
  const known = chosen?.unit && !found.some(({ id }) => id === value) ? [chosen.unit, ...found] : found;
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
