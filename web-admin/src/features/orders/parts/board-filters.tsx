import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Button, Input, Select, Tag } from 'antd';
import { LIGHTS } from '../../../texts/lights.ts';
import { useViewer } from '../../../shell/viewer.tsx';
import { OrdersCategoriesDocument, OrdersPlacesDocument } from '../gql/graphql.ts';
import { URGENCIES } from '../../../texts/orders.ts';
import { BUCKETS, ORDERS } from '../orders.texts.ts';
import type { FilterName, useBoardFilter } from './use-board-filter.ts';

type Filtering = Pick<ReturnType<typeof useBoardFilter>, 'given' | 'choose' | 'clear'>;
interface Option {
  readonly value: string;
  readonly label: string;
}

const lights: readonly Option[] = Object.entries(LIGHTS).map(([value, { word }]) => ({ value, label: word }));
const urgencies: readonly Option[] = Object.entries(URGENCIES).map(([value, label]) => ({ value, label }));

const WITH_PLACES: readonly string[] = ['STREET', 'TOWN', 'DISTRICT'];

/** Places below that of the viewer: communities for a street, streets for the district. */
function usePlaces(): readonly Option[] {
  const { code, level } = useViewer().post?.division ?? { code: '', level: '' };
  const skip = !WITH_PLACES.includes(level);
  const { data } = useQuery(OrdersPlacesDocument, { variables: { parent: code }, skip });
  return data?.divisions.nodes.map(({ code, label }) => ({ value: code, label })) ?? [];
}

export function useCategories(): readonly Option[] {
  const { data } = useQuery(OrdersCategoriesDocument);
  return data?.serviceCategories.map(({ code, name }) => ({ value: code, label: name })) ?? [];
}

/** Narrows the orders that are shown. */
export function BoardFilters({ given, choose, clear }: Filtering) {
  const places = usePlaces();
  const categories = useCategories();
  const chooser = (name: FilterName, all: string, options: readonly Option[]) => (
    <Select
      aria-label={all}
      placeholder={all}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 132 }}
      value={given[name] ?? null}
      options={[...options]}
      onChange={(value: string | null | undefined) => choose(name, value ?? undefined)}
    />
  );
  return (
    <div className="filter-bar" role="search" aria-label={ORDERS.filters}>
      <Search value={given.search ?? ''} onSearch={(text) => choose('search', text)} />
      {places.length > 0 && chooser('place', ORDERS.allPlaces, places)}
      {chooser('category', ORDERS.allCategories, categories)}
      {chooser('light', ORDERS.allLights, lights)}
      {chooser('urgency', ORDERS.allUrgencies, urgencies)}
      {given.bucket && (
        <Tag closable onClose={() => choose('bucket', undefined)} style={{ width: 'auto' }}>
          {ORDERS.bucket(BUCKETS[given.bucket] ?? given.bucket)}
        </Tag>
      )}
      {Object.keys(given).length > 0 && <Button onClick={clear}>{ORDERS.clear}</Button>}
    </div>
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
      aria-label={ORDERS.searchLabel}
      placeholder={ORDERS.search}
      allowClear
      maxLength={60}
      style={{ width: 220 }}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
