import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Button, DatePicker, Grid, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useViewer } from '../../shell/viewer.tsx';
import { LIGHTS } from '../../texts/lights.ts';
import { LedgerCategoriesDocument, LedgerPlacesDocument, type OrderState } from './gql/graphql.ts';
import { LEDGER, SORTS, STATES, URGENCIES } from './ledger.texts.ts';
import { UnitPicker } from './unit-picker.tsx';
import type { Filtering } from './use-ledger-filter.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}
const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const LIGHT_OPTIONS = Object.entries(LIGHTS).map(([value, { word }]) => ({ value, label: word }));

/** Places directly below one; none while it is not said which. */
function usePlaces(parent: string | null | undefined): Option[] {
  const { data } = useQuery(LedgerPlacesDocument, { variables: { parent: parent ?? '' }, skip: !parent });
  return parent ? (data?.divisions.nodes.map(({ code, label }) => ({ value: code, label })) ?? []) : [];
}

interface CategoryGroup {
  readonly label: string;
  readonly options: Option[];
}

function useCategories(): CategoryGroup[] {
  const { data } = useQuery(LedgerCategoriesDocument);
  const groups = new Map<string, Option[]>();
  for (const { code, name, groupName } of data?.serviceCategories ?? [])
    groups.set(groupName, [...(groups.get(groupName) ?? []), { value: code, label: name }]);
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** Narrows the ledger; every choice stands in the address. On a phone it opens above the list. */
export function Filters({ filtering }: { readonly filtering: Filtering }) {
  const narrow = Grid.useBreakpoint().md === false;
  if (!narrow) return <Bar filtering={filtering} />;
  return (
    <details className="ledger-filters">
      <summary>{filtering.isFiltered ? LEDGER.narrowed : LEDGER.narrow}</summary>
      <Bar filtering={filtering} />
    </details>
  );
}

function Bar({ filtering }: { readonly filtering: Filtering }) {
  const { given, choose, clear, isFiltered } = filtering;
  const categories = useCategories();
  const chooser = (name: 'category' | 'light' | 'urgency', options: Option[] | CategoryGroup[], width = 120) => (
    <Chooser
      label={LEDGER[name]}
      {...{ options, width }}
      value={given[name]}
      onChoose={(value) => choose({ [name]: value })}
    />
  );
  return (
    <div className="filter-bar" role="search" aria-label={LEDGER.filters}>
      <Search value={given.search ?? ''} onSearch={(search) => choose({ search })} />
      <Select<OrderState[]>
        mode="multiple"
        aria-label={LEDGER.states}
        placeholder={LEDGER.states}
        allowClear
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 220 }}
        value={[...given.states]}
        options={optionsOf(STATES)}
        onChange={(states) => choose({ states })}
      />
      <Places filtering={filtering} />
      {chooser('category', categories, 150)}
      <UnitPicker value={given.unit} onChoose={(unit) => choose({ unit })} />
      {chooser('light', LIGHT_OPTIONS, 100)}
      {chooser('urgency', optionsOf(URGENCIES))}
      <Day label={LEDGER.from} value={given.from} onChoose={(from) => choose({ from })} />
      <Day label={LEDGER.to} value={given.to} onChoose={(to) => choose({ to })} />
      <Select
        aria-label={LEDGER.sort}
        style={{ width: 120 }}
        value={given.sort}
        options={optionsOf(SORTS)}
        onChange={(sort) => choose({ sort })}
      />
      {isFiltered && <Button onClick={clear}>{LEDGER.clear}</Button>}
    </div>
  );
}

const LEVELS_OF_STREETS: readonly string[] = ['STREET', 'TOWN'];

/** The place of the viewer, if it is the whole district or one street. */
function useOwnPlace() {
  const { code, level } = useViewer().post?.division ?? { code: null, level: '' };
  const isDistrict = level === 'DISTRICT';
  return {
    ...{ isDistrict, district: isDistrict ? code : null },
    ownStreet: LEVELS_OF_STREETS.includes(level) ? code : null,
  };
}

/** The street, for the district; the community, for whoever has a street. */
function Places({ filtering: { given, choose } }: { readonly filtering: Filtering }) {
  const { isDistrict, district, ownStreet } = useOwnPlace();
  const streets = usePlaces(district);
  const communities = usePlaces(ownStreet ?? given.street);
  const street = {
    options: streets,
    value: given.street,
    onChoose: (value?: string) => choose({ street: value, community: null }),
  };
  const community = {
    options: communities,
    value: given.community,
    onChoose: (value?: string) => choose({ community: value }),
  };
  return (
    <>
      {isDistrict && <Chooser label={LEDGER.street} width={150} {...street} />}
      {communities.length > 0 && <Chooser label={LEDGER.community} width={160} {...community} />}
    </>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly width: number;
  readonly options: Option[] | CategoryGroup[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Chooser({ label, width, options, value, onChoose }: ChooserProps) {
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      value={value ?? null}
      options={options}
      onChange={(next: string | undefined) => onChoose(next)}
    />
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (day: string) => void;
}

function Day({ label, value, onChoose }: DayProps) {
  const day = value === undefined ? null : dayjs(value);
  return (
    <DatePicker
      aria-label={label}
      placeholder={label}
      style={{ width: 140 }}
      value={day?.isValid() ? day : null}
      onChange={(next) => onChoose(next ? next.format('YYYY-MM-DD') : '')}
    />
  );
}

const PAUSE_MS = 400;

/** Searches when the typing pauses. */
function Search({ value, onSearch }: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = window.setTimeout(() => onSearch(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <Input
      aria-label={LEDGER.search}
      placeholder={LEDGER.search}
      allowClear
      maxLength={60}
      style={{ width: 210 }}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
