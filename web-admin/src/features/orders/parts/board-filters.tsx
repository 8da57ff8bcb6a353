import { useQuery } from '@apollo/client/react';
import { Tag } from 'antd';
import { type Choice, type Chooser, choicesOf, FilterBar } from '../../../parts/filter-bar.tsx';
import { useViewer } from '../../../shell/viewer.tsx';
import { FILTERS } from '../../../texts/filters.ts';
import { URGENCIES } from '../../../texts/orders.ts';
import { OrdersCategoriesDocument, OrdersPlacesDocument } from '../gql/graphql.ts';
import { BUCKETS, ORDERS } from '../orders.texts.ts';
import type { FilterName, useBoardFilter } from './use-board-filter.ts';

type Filtering = Pick<ReturnType<typeof useBoardFilter>, 'given' | 'choose' | 'clear'>;

const WITH_PLACES: readonly string[] = ['STREET', 'TOWN', 'DISTRICT'];

/** Places below that of the viewer: communities for a street, streets for the district. */
function usePlaces(): readonly Choice[] {
  const { code, level } = useViewer().post?.division ?? { code: '', level: '' };
  const skip = !WITH_PLACES.includes(level);
  const { data } = useQuery(OrdersPlacesDocument, { variables: { parent: code }, skip });
  return data?.divisions.nodes.map(({ code: value, label }) => ({ value, label })) ?? [];
}

function useCategories(): readonly Choice[] {
  const { data } = useQuery(OrdersCategoriesDocument);
  return data?.serviceCategories.map(({ code, name }) => ({ value: code, label: name })) ?? [];
}

/** Narrows the orders that are shown. */
export function BoardFilters({ given, choose, clear }: Filtering) {
  const places = usePlaces();
  const categories = useCategories();
  const choosers: readonly Chooser<FilterName>[] = [
    ...(places.length > 0 ? [{ name: 'place', label: ORDERS.allPlaces, choices: places } as const] : []),
    { name: 'category', label: ORDERS.allCategories, choices: categories },
    { name: 'light', label: ORDERS.allLights, choices: choicesOf(FILTERS.lights) },
    { name: 'urgency', label: ORDERS.allUrgencies, choices: choicesOf(URGENCIES) },
  ];
  const { bucket } = given;
  return (
    <>
      <FilterBar
        label={ORDERS.filters}
        {...{ given, choose, clear, choosers }}
        search={['search', ORDERS.searchLabel]}
      />
      {bucket && (
        <p className="board-bucket">
          <Tag closable={{ 'aria-label': ORDERS.allBuckets }} onClose={() => choose('bucket', undefined)}>
            {ORDERS.bucket(BUCKETS[bucket] ?? bucket)}
          </Tag>
        </p>
      )}
    </>
  );
}
